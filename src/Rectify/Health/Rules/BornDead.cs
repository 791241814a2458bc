using System.Globalization;

namespace Rectify.Health;

/// <summary>Units that no row of the probe activates before the first step: the start is at fault, not training.</summary>
public sealed class BornDead : IHealthRule
{
    public string Id => "born-dead";
    public string Summary => "units silent on the probe before the first step: " + SilentUnits.Thresholds;

    public IEnumerable<Finding> Examine(HealthEvidence evidence)
    {
        // Where signals vanish on their way, units whose sums hardly differ from row to row are what follows.
        bool hasCause = InitialVariance.IsGrave(evidence);
        foreach (LayerCensus layer in evidence.LayersAtStart)
        {
            int silent = layer.Count(Verdict.Silent);
            if (silent == 0 || (hasCause && silent < layer.Units)) { continue; }

            string seen = string.Create(CultureInfo.InvariantCulture,
                $"{silent} of {layer.Units} units were silent before the first step: none of {layer.Rows:N0} rows activates them, ");
            yield return new(Id, SilentUnits.SeverityOf(silent, layer.Units), layer.Layer, 0, 0, silent, layer.Units,
                seen + "so no gradient reaches their weights.",
                "Use --init he and --bias 0 (or 0.1), scale inputs with --scale standard, widen narrow layers, "
                + "or keep a gradient with --activation leaky-relu.") { Options = "--init he --bias 0.1" };
        }
    }
}
