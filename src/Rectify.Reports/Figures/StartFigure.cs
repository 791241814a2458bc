using Rectify.Reports.Charts;
using Rectify.Reports.Languages;
using Rectify.Reports.Runs;

namespace Rectify.Reports.Figures;

/// <summary>How large pre-activations are before the first step, beside what theory says.</summary>
internal sealed class StartFigure : IFigure
{
    public string Name => "start";

    public IEnumerable<Chart> ChartsOf(RunStory run, Words words)
    {
        if (run.Start.Count == 0) { yield break; }
        StartPoint worst = run.Start.MaxBy(s => Math.Abs(Math.Log(s.MeanSquare / s.Theory)))!;
        yield return new DotChart
        {
            Title = words["figure.start.title"],
            Summary = words.Fill("start.summary", worst.Layer, NumberText.Of(worst.MeanSquare), NumberText.Of(worst.Theory)),
            Rows = [.. run.Start.Select(s => (s.Layer, s.MeanSquare, s.Theory))],
            Measured = words["start.measured"],
            Theory = words["start.theory"],
            Kind = words["layer"],
            Along = words["start.along"],
        };
    }
}
