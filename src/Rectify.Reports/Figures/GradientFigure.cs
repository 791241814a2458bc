using Rectify.Reports.Charts;
using Rectify.Reports.Languages;
using Rectify.Reports.Runs;

namespace Rectify.Reports.Figures;

/// <summary>How large the gradient is that reaches each layer, and how far steps move its weights.</summary>
internal sealed class GradientFigure : IFigure
{
    public string Name => "gradients";

    public IEnumerable<Chart> ChartsOf(RunStory run, Words words) =>
    [
        .. DepthLines.ChartsOf(run, words, "gradients", w => w.Gradient),
        .. DepthLines.ChartsOf(run, words, "updates", w => w.UpdateRatio),
    ];
}
