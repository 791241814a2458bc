using System.Globalization;
using Rectify.Comparisons;

namespace Rectify.Experiments;

/// <summary>The same comparison for several values of one option: a row each, with score and silent units of every variant.</summary>
/// <param name="Command">As it is typed, without --seeds and without the option.</param>
/// <param name="Option">The option, with its dashes.</param>
/// <param name="Values">Its values.</param>
internal sealed record MatrixExhibit(string Command, string Option, params string[] Values) : IExhibit
{
    public IEnumerable<string> Show(Lab lab)
    {
        ComparisonResult[] rows = [.. Values.Select(value => lab.Compare($"{Command} {Option} {value}"))];
        yield return $"`rectify {Command} {Option} … --seeds {lab.SeedCount}`: {rows[0].Part} {rows[0].Measure.Name}, ± half of its 95 % "
            + "interval; in brackets the share of silent units at the end.";
        yield return "";
        yield return $"| {Option[2..]} | {string.Join(" | ", rows[0].Variants.Select(variant => variant.Name))} |";
        yield return $"|---|{string.Concat(Enumerable.Repeat("---|", rows[0].Variants.Count))}";
        foreach ((string value, ComparisonResult row) in Values.Zip(rows))
        {
            yield return $"| {value} | {string.Join(" | ", row.Variants.Select(Cell))} |";
        }
    }

    private static string Cell(VariantResult variant) => string.Create(CultureInfo.InvariantCulture,
        $"{variant.Interval.Mean:F3} ± {(variant.Interval.High - variant.Interval.Low) / 2:F3} ({100 * variant.Silent:F0} %)");
}
