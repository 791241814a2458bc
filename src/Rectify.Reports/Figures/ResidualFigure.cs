using Rectify.Reports.Charts;
using Rectify.Reports.Languages;
using Rectify.Reports.Runs;

namespace Rectify.Reports.Figures;

/// <summary>How far answers are from what is true.</summary>
internal sealed class ResidualFigure : IFigure
{
    public string Name => "residuals";

    public IEnumerable<Chart> ChartsOf(RunStory run, Words words)
    {
        if (run.Answers is not { } answers) { yield break; }
        yield return new ScatterChart
        {
            Title = words["figure.residuals.title"],
            Summary = words.Fill("residuals.summary", NumberText.Whole(answers.True.Count), NumberText.Whole(answers.Rows)),
            Points = [.. answers.True.Zip(answers.Predicted, (truth, answer) => ((double)truth, (double)answer))],
            Across = words["residuals.true"],
            Up = words["residuals.predicted"],
            Equal = words["residuals.equal"],
            Difference = words["residuals.difference"],
        };
    }
}
