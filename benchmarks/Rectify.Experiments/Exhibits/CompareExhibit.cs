using System.Globalization;
using Rectify.Reports.Charts;
using Rectify.Reports.Comparisons;
using Rectify.Reports.Languages;

namespace Rectify.Experiments;

/// <summary>A command of `rectify compare`, its table and its verdict, and some of its figures.</summary>
/// <param name="Command">As it is typed, without --seeds.</param>
/// <param name="Charts">Which of its charts are shown.</param>
internal sealed record CompareExhibit(string Command, params Func<ComparisonStory, Words, Chart>[] Charts) : IExhibit
{
    public IEnumerable<string> Show(Lab lab)
    {
        ComparisonStory story = lab.StoryOf(Command);
        yield return $"`rectify {Command} --seeds {lab.SeedCount}`";
        yield return "";
        yield return $"| variant | {story.Part} {story.Measure} | 95 % interval | less {story.Variants[0].Name} (Holm) "
            + "| silent units | zeros | first gradient / last |";
        yield return "|---|---|---|---|---|---|---|";
        foreach (VariantStory variant in story.Variants)
        {
            string difference = variant.Difference is { } d ? $"{Number(d.Mean)} ({Number(d.Low)} to {Number(d.High)})" : "";
            string clear = variant.Difference is { IsClear: true } ? $"**{difference}**" : difference;
            // The output layer's gradient is the loss's own, and by its weights a factor apart from those of hidden layers.
            double ratio = variant.Gradients.Count > 2 ? variant.Gradients[0].Size / variant.Gradients[^2].Size : double.NaN;
            yield return $"| {variant.Name} | {Number(variant.Interval.Mean)} | {Number(variant.Interval.Low)} to "
                + $"{Number(variant.Interval.High)} | {clear} | {Percent(variant.Silent)} | {Percent(variant.Zeros)} "
                + $"| {(double.IsFinite(ratio) ? NumberText.Of(ratio, 2) : "")} |";
        }
        yield return "";
        yield return $"> {string.Join(' ', [story.Headline, .. story.Details, .. story.Reasons])}";
        foreach (Func<ComparisonStory, Words, Chart> chart in Charts)
        {
            yield return "";
            yield return lab.Figure(chart(story, Words.Of("en")));
        }
    }

    private static string Number(double value) => (value < 0 ? "−" : "") + Math.Abs(value).ToString("F3", CultureInfo.InvariantCulture);

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:F1} %");
}
