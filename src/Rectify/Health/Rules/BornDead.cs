using System.Globalization;

namespace Rectify.Health;

/// <summary>Units that no row of the probe activates before the first step: the start is at fault, not training.</summary>
public sealed class BornDead : IHealthRule
{
    private const double LeastRisk = 0.05;

    public string Id => "born-dead";
    public string Summary => "a network that is born dead, or at least 5 % of networks like it; units silent on the probe before the "
        + "first step: " + SilentUnits.Thresholds;
    public string Source => SilentUnits.Source + " The 5 % are by hand, too.";

    public IEnumerable<Finding> Examine(HealthEvidence evidence)
    {
        if (evidence.BornDead is { } forecast && (forecast.IsThisOne || forecast.Probability.Value >= LeastRisk))
        {
            string share = string.Create(CultureInfo.InvariantCulture, $"{100 * forecast.Probability.Value:F0} %");
            string drawn = string.Create(CultureInfo.InvariantCulture, $"{forecast.Probability.Total:N0} drawn");
            yield return new(Id, forecast.IsThisOne ? Severity.Error : Severity.Warning, null, 0, 0,
                forecast.Probability.Count, forecast.Probability.Total,
                (forecast.IsThisOne ? "This start is born dead: a layer is wholly silent, so that no input matters. " : "")
                + $"Of networks like this one, {share} are born dead ({drawn}).",
                "Widen the narrow layers, use fewer, keep a gradient with --activation leaky-relu, or add --batch-norm.")
            {
                Options = "--activation leaky-relu",
            };
        }

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
