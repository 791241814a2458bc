using System.Globalization;

namespace Rectify.Comparisons;

/// <summary>A comparison in sentences.</summary>
internal static class ComparisonVerdict
{
    // A share of silent units by which a variant differs from another before it is worth a word.
    private const double WorthTelling = 0.1;

    private const int MostDecimals = 6;

    public static string HeadlineOf(ComparisonResult result)
    {
        VariantResult first = result.Variants[0];
        VariantResult[] open = [.. OpenOf(result)];
        List<string> sentences = [.. result.Variants.Where(variant => variant.Difference is { IsClear: true }).Select(variant =>
            $"{variant.Name} is {(IsBetter(result, variant) ? "better" : "worse")} than {first.Name}: "
            + $"{result.Measure.Name} {Signed(variant.Difference!.Interval)}.")];
        if (open.Length > 0)
        {
            string which = result.Variants.Count == 2 ? "" : $" between {first.Name} and {Listed(open)}";
            sentences.Add(Invariant($"No clear difference{which} at n = {result.Seeds.Count}."));
        }
        return string.Join(' ', sentences);
    }

    public static IReadOnlyList<string> DetailsOf(ComparisonResult result) =>
    [
        .. OpenOf(result).Select(variant =>
            $"{variant.Name} less {result.Variants[0].Name}: {Signed(variant.Difference!.Interval)}; {Wanted(variant.Difference)}."),
    ];

    public static IReadOnlyList<string> ReasonsOf(ComparisonResult result)
    {
        VariantResult first = result.Variants[0];
        List<string> reasons = [];
        foreach (VariantResult variant in result.Variants.Where(v => v.Difference is { IsClear: true }))
        {
            (VariantResult loser, VariantResult winner) = IsBetter(result, variant) ? (first, variant) : (variant, first);
            if (ReasonOf(loser, winner) is { } reason && !reasons.Contains(reason)) { reasons.Add(reason); }
        }
        return reasons;
    }

    private static IEnumerable<VariantResult> OpenOf(ComparisonResult result)
        => result.Variants.Where(variant => variant.Difference is { IsClear: false });

    private static bool IsBetter(ComparisonResult result, VariantResult variant)
        => variant.Difference!.Interval.Mean > 0 == result.Measure.LargerIsBetter;

    private static string Wanted(PairedDifference difference)
    {
        double mean = Math.Abs(difference.Interval.Mean);
        return mean < PairedDifference.Nothing ? "the means are equal"
            : difference.SeedsToTell is { } count ? Invariant($"about {count} seeds would tell ±{mean:G2} apart")
            : Invariant($"more than {PairedDifference.MostSeeds:N0} seeds would be needed to tell ±{mean:G2} apart");
    }

    private static string? ReasonOf(VariantResult loser, VariantResult winner)
    {
        if (loser.Silent - winner.Silent >= WorthTelling)
        {
            string rule = loser.Cause is { } cause ? $"; {cause.Runs} of {loser.Runs.Count} runs have {cause.Rule}" : "";
            return Invariant($"{loser.Name} loses because its units died: {100 * loser.Silent:F0} % of them are silent")
                + Invariant($" ({winner.Name}: {100 * winner.Silent:F0} %){rule}.");
        }
        return loser.Cause is { } other && other != winner.Cause
            ? $"{loser.Name} was not healthy: {other.Runs} of {loser.Runs.Count} runs have {other.Rule}."
            : null;
    }

    private static string Listed(VariantResult[] variants)
        => variants.Length == 1 ? variants[0].Name
        : string.Join(", ", variants[..^1].Select(variant => variant.Name)) + " or " + variants[^1].Name;

    /// <summary>"+0.0120 (0.0031 to 0.0209)": as many decimals as the width of the interval makes sense of.</summary>
    private static string Signed(Interval interval)
    {
        double half = (interval.High - interval.Low) / 2;
        int decimals = half > 0 ? Math.Clamp(2 - (int)Math.Floor(Math.Log10(half)), 0, MostDecimals) : MostDecimals;
        string format = string.Create(CultureInfo.InvariantCulture, $"F{decimals}");
        string sign = Math.Round(interval.Mean, decimals) < 0 ? "" : "+";
        return $"{sign}{Plain(interval.Mean)} ({Plain(interval.Low)} to {Plain(interval.High)})";

        string Plain(double value)
        {
            double rounded = Math.Round(value, decimals);
            return (rounded < 0 ? "−" : "") + Math.Abs(rounded).ToString(format, CultureInfo.InvariantCulture);
        }
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
