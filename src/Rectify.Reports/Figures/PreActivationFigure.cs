using Rectify.Health;
using Rectify.Reports.Charts;
using Rectify.Reports.Languages;
using Rectify.Reports.Runs;

namespace Rectify.Reports.Figures;

/// <summary>Where pre-activations lie, layer by layer, and how many are exactly zero.</summary>
internal sealed class PreActivationFigure : IFigure
{
    public string Name => "pre-activations";

    public IEnumerable<Chart> ChartsOf(RunStory run, Words words)
    {
        foreach (LayerPortrait layer in run.Portraits.LastOrDefault()?.Layers ?? [])
        {
            (double X, PreActivationFan Fan)[] points = [.. Of(run, layer.Layer).Select(p => ((double)p.Epoch, p.Layer.Fan))];
            PreActivationFan last = points[^1].Fan;
            yield return new FanChart
            {
                Title = layer.Layer,
                Summary = last.Quantiles.Count == 0
                    ? words.Fill("pre-activations.zero", layer.Layer)
                    : words.Fill("pre-activations.summary", layer.Layer, NumberText.Of(last.Quantiles[2]), NumberText.Of(last.Quantiles[0]),
                        NumberText.Of(last.Quantiles[4])),
                Points = points,
                Along = words["epoch"],
                Names = (words["fan.outer"], words["fan.inner"], words["fan.median"]),
                Zeros = words["fan.zeros"],
            };
        }
    }

    /// <summary>A layer in every epoch of which there is a portrait.</summary>
    public static IEnumerable<(int Epoch, LayerPortrait Layer)> Of(RunStory run, string name)
        => from portrait in run.Portraits
           from layer in portrait.Layers
           where layer.Layer == name
           select (portrait.Epoch, layer);
}
