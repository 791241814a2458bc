using Rectify.Reports.Charts;
using Rectify.Reports.Languages;

namespace Rectify.Reports.Comparisons;

/// <summary>The charts of a comparison, each under the name of its section.</summary>
internal static class ComparisonCharts
{
    // Beyond these, lines are told apart by their names.
    private static readonly Role[] Roles = [Role.Blue, Role.Vermilion, Role.Green, Role.Purple];

    public static Chart Scores(ComparisonStory story, Words words) => new IntervalChart
    {
        Title = words.Fill("scores.title", words[$"part.{story.Part}"], Measure(story, words)),
        Summary = words.Say(story.Headline),
        Rows = [.. story.Variants.Index().Select(v => new IntervalRow(
            v.Item.Name, v.Item.Scores, v.Item.Interval.Mean, v.Item.Interval.Low, v.Item.Interval.High, RoleOf(v.Index)))],
        Kind = words["variant"],
        Along = Measure(story, words),
        Heads = (words["mean"], words["low"], words["high"], words["seed"]),
    };

    public static Chart Differences(ComparisonStory story, Words words)
    {
        VariantStory first = story.Variants[0];
        return new IntervalChart
        {
            Title = words.Fill("differences.title", first.Name),
            Summary = words.Say(story.Headline),
            Rows =
            [
                .. story.Variants.Index().Where(v => v.Item.Difference is not null).Select(v => new IntervalRow(
                    v.Item.Name, [.. v.Item.Scores.Zip(first.Scores, (score, of) => score - of)],
                    v.Item.Difference!.Value.Mean, v.Item.Difference.Value.Low, v.Item.Difference.Value.High, RoleOf(v.Index))),
            ],
            Kind = words["variant"],
            Along = words.Fill("differences.along", Measure(story, words), first.Name),
            Heads = (words["mean"], words["low"], words["high"], words["seed"]),
            HasZero = true,
        };
    }

    public static Chart Losses(ComparisonStory story, Words words) => new LineChart
    {
        Title = words["curves.title"],
        Summary = string.Join("; ", story.Variants.Where(v => v.Losses.Count > 0).Select(v
            => $"{v.Name} {NumberText.Of(v.Losses[0].Mean)} → {NumberText.Of(v.Losses[^1].Mean)}")),
        Series = [.. story.Variants.Index().Select(v => new Series(
            v.Item.Name, [.. v.Item.Losses.Index().Select(p => ((double)p.Index, p.Item.Mean))], RoleOf(v.Index))
        {
            Band = [.. v.Item.Losses.Select(p => (p.Lowest, p.Highest))],
        })],
        Along = words["epoch"],
        IsLogarithmic = story.Variants.All(v => v.Losses.All(p => p.Lowest > 0)),
        TakesWidth = true,
        NotFinite = words["not-finite"],
    };

    public static Chart Gradients(ComparisonStory story, Words words) => new LineChart
    {
        Title = words["depth.title"],
        Summary = string.Join("; ", story.Variants.Where(v => v.Gradients.Count > 0).Select(v
            => $"{v.Name}: {v.Gradients[0].Layer} {NumberText.Of(v.Gradients[0].Size)}, "
                + $"{v.Gradients[^1].Layer} {NumberText.Of(v.Gradients[^1].Size)}")),
        Series = [.. story.Variants.Index().Select(v => new Series(
            v.Item.Name, [.. v.Item.Gradients.Index().Select(p => (p.Index + 1.0, p.Item.Size))], RoleOf(v.Index)))],
        Along = words["layer"],
        IsLogarithmic = true,
        TakesWidth = true,
        NotFinite = words["not-finite"],
    };

    /// <summary>All numbers of all variants.</summary>
    public static DataTable Numbers(ComparisonStory story, Words words)
    {
        bool hasRates = story.LearningRates.Count > 0;
        string[] heads =
        [
            words["variant"], Measure(story, words), words["interval"], words.Fill("less", story.Variants[0].Name), words["interval.holm"],
            "p", words["clear"], words["silent"], words["zeros"], words["diverged"], words["an-epoch"], words["finding"],
        ];
        return new(words["numbers.title"], hasRates ? [.. heads, "lr"] : heads,
        [
            .. story.Variants.Select(v => (IReadOnlyList<string>)
            [
                v.Name, NumberText.Of(v.Interval.Mean, 4), Range(v.Interval.Low, v.Interval.High, words),
                .. v.Difference is { } d
                    ? (string[])[NumberText.Of(d.Mean), Range(d.Low, d.High, words), NumberText.Of(d.P, 2), words[d.IsClear ? "yes" : "no"]]
                    : ["", "", "", ""],
                NumberText.Percent(v.Silent), NumberText.Percent(v.Zeros), $"{v.Diverged}",
                $"{NumberText.Of(1000 * v.SecondsPerEpoch)}\u00A0ms", v.Cause is { } cause ? $"{cause.Rule} ({cause.Runs})" : "",
                .. hasRates ? (string[])[NumberText.Of(v.LearningRate)] : [],
            ]),
        ]);
    }

    /// <summary>What runs are scored by, in words.</summary>
    public static string Measure(ComparisonStory story, Words words) => words[story.Measure switch
    {
        "R²" => "score.r2", "rmse" => "score.rmse", _ => $"score.{story.Measure.Replace(' ', '_')}",
    }];

    private static string Range(double low, double high, Words words) => words.Fill("range", NumberText.Of(low), NumberText.Of(high));

    private static Role RoleOf(int index) => index < Roles.Length ? Roles[index] : Role.Muted;
}
