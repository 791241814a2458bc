using Rectify.Health;
using Rectify.Reports.Charts;
using Rectify.Reports.Languages;

namespace Rectify.Reports.Figures;

/// <summary>Says of one unit what is known of it, and why it is as it is.</summary>
internal static class UnitText
{
    /// <summary>A verdict as keys of words have it: rarely-active.</summary>
    public static string NameOf(Verdict verdict) => verdict switch
    {
        Verdict.Silent => "silent",
        Verdict.RarelyActive => "rarely-active",
        Verdict.Saturated => "saturated",
        Verdict.AlwaysOn => "always-on",
        _ => "alive",
    };

    /// <summary>What the verdict is based on, then what may be its reason.</summary>
    public static IEnumerable<string> Of(LayerFacts layer, int unit, Words words)
    {
        LayerCensus census = layer.Census;
        yield return words.Fill("unit.rows", NumberText.Whole(census.ActiveRows[unit]), NumberText.Whole(census.Rows));
        if (unit < layer.SilentSince.Count && layer.SilentSince[unit] is { } step)
        {
            yield return step == 0 ? words["unit.born"] : words.Fill("unit.since", NumberText.Whole(step));
        }
        if (unit < layer.LargestPreActivations.Count)
        {
            float largest = layer.LargestPreActivations[unit];
            yield return words.Fill("unit.largest", NumberText.Of(largest));
            if (unit < layer.Biases.Count && unit < layer.WeightNorms.Count)
            {
                yield return words.Fill("unit.weights", NumberText.Of(layer.Biases[unit]), NumberText.Of(layer.WeightNorms[unit]));
                bool isBelow = census.Verdicts[unit] == Verdict.Silent && largest <= 0;
                if (isBelow) { yield return words[ReasonOf(largest, layer.Biases[unit], layer.WeightNorms[unit])]; }
            }
        }
    }

    // The largest number is bias plus the most that weighted inputs ever made of themselves.
    private static string ReasonOf(float largest, float bias, double norm)
        => norm < 1e-6 ? "unit.no-weights" : bias < 0 && largest - bias > 0 ? "unit.bias" : "unit.inputs";
}
