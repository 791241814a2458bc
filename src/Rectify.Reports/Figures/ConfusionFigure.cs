using Rectify.Reports.Charts;
using Rectify.Reports.Languages;
using Rectify.Reports.Runs;

namespace Rectify.Reports.Figures;

/// <summary>Which classes are taken for which.</summary>
internal sealed class ConfusionFigure : IFigure
{
    public string Name => "confusion";

    public IEnumerable<Chart> ChartsOf(RunStory run, Words words)
    {
        if (run.Confusion is not { } confusion) { yield break; }
        int right = confusion.Counts.Select((row, i) => row[i]).Sum(), all = confusion.Counts.Sum(row => row.Sum());
        yield return new MatrixChart
        {
            Title = words["figure.confusion.title"],
            Summary = words.Fill("confusion.summary", NumberText.Whole(right), NumberText.Whole(all)),
            Labels = confusion.Labels,
            Counts = confusion.Counts,
            Down = words["confusion.true"],
            Across = words["confusion.predicted"],
        };
    }
}
