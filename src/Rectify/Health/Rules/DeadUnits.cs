using System.Globalization;

namespace Rectify.Health;

/// <summary>Units that no row of the probe activates: they pass no gradient and add nothing.</summary>
public sealed class DeadUnits : IHealthRule
{
    public string Id => "dead-units";
    public string Summary => "units silent on the probe: " + SilentUnits.Thresholds;
    public string Source => SilentUnits.Source;

    public IEnumerable<Finding> Examine(HealthEvidence evidence)
    {
        foreach (LayerCensus layer in evidence.Layers)
        {
            int silent = layer.Count(Verdict.Silent);
            if (silent == 0) { continue; }

            int[] since = [.. Enumerable.Range(0, layer.Units)
                .Where(unit => layer.Verdicts[unit] == Verdict.Silent)
                .Select(unit => evidence.SilentSince.GetValueOrDefault(layer.Layer)?[unit])
                .OfType<long>().Select(evidence.EpochOf)];
            string bound = (100 * layer.SilentBound).ToString("G2", CultureInfo.InvariantCulture);
            string seen = string.Create(CultureInfo.InvariantCulture,
                $"{silent} of {layer.Units} units passed no gradient on any of {layer.Rows:N0} rows; ");
            int? first = since.Length > 0 ? since.Min() : null;
            yield return new(Id, SilentUnits.SeverityOf(silent, layer.Units), layer.Layer, first, null, silent, layer.Units,
                $"{seen}each is active on under {bound} % of such rows (at 95 %).{Trend(since)}",
                Advice(evidence, since)) { Options = OptionsOf(evidence, since) };
        }
    }

    private static string Trend(int[] since)
    {
        int[] later = [.. since.Where(epoch => epoch > 0)];
        int fromStart = since.Length - later.Length;
        string start = fromStart > 0 ? $" {fromStart} of them were silent from the start." : "";
        if (later.Length == 0) { return start; }
        string when = later.Min() == later.Max() ? $"epoch {later.Min()}" : $"epochs {later.Min()} to {later.Max()}";
        return $"{start} {later.Length} fell silent in {when}.";
    }

    private static string OptionsOf(HealthEvidence evidence, int[] since)
        => FellInTraining(since) && evidence.LearningRate is > 0 and float rate ? LowerRate.Option(rate) : "--activation leaky-relu";

    private static bool FellInTraining(int[] since) => since.Any(epoch => epoch > 0);

    private static string Advice(HealthEvidence evidence, int[] since)
    {
        string start = FellInTraining(since) && evidence.LearningRate is > 0 and float rate
            ? $"Lower the learning rate ({LowerRate.Option(rate)}), or limit steps (--clip 1)"
            : "Start with --init he and --scale standard";
        return start + "; or keep a gradient on the negative side with --activation leaky-relu.";
    }
}
