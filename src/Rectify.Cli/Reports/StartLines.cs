using System.Globalization;
using Rectify.Health;
using Rectify.Networks;

namespace Rectify.Cli.Reports;

/// <summary>What is foreseen of a start, a line each.</summary>
internal static class StartLines
{
    // Rarer than this it is not worth a line before every training, only one of inspect.
    private const double WorthWarning = 0.01;

    /// <summary>Whether a person who trains should know.</summary>
    public static bool IsWorthWarning(BornDeadForecast forecast) => forecast.IsThisOne || forecast.Probability.Value >= WorthWarning;

    /// <summary>Whether a person who asks should.</summary>
    public static bool IsWorthSaying(BornDeadForecast forecast) => forecast.IsThisOne || forecast.Probability.Count > 0;

    /// <summary>
    /// "relu2: 0 of 64 units silent on 699 rows; 0.1 % expected on 256 · pre-activation variance 2.1, mean square 2.01 (theory 2) ·
    /// gradient 0.31 (theory 0.3)".
    /// </summary>
    /// <param name="layer">The layer.</param>
    /// <param name="rows">Rows on which other starts were looked at.</param>
    public static string Of(StartForecast.Layer layer, int rows)
    {
        LayerCensus census = layer.Census;
        string units = Invariant($"{census.Layer}: {census.Count(Verdict.Silent)} of {census.Units} units silent on {census.Rows:N0} rows");
        string signals = Invariant($"pre-activation variance {layer.PreActivationVariance:G3}, mean square ")
            + BesideTheory(layer.MeanSquare, layer.TheoryMeanSquare);
        string gradients = double.IsNaN(layer.GradientMeanSquare) ? ""
            : $" · gradient {BesideTheory(layer.GradientMeanSquare, layer.TheoryGradientMeanSquare)}";
        return $"{units}; {Percent(layer.SilentShare)} expected on {rows} · {signals}{gradients}";
    }

    /// <summary>"33 % of such starts are born dead (31 % to 35 % at 95 %, width 5, 16 layers), this one not: …".</summary>
    public static string Of(BornDeadForecast forecast, NetworkDesign design)
    {
        Proportion probability = forecast.Probability;
        int[] widths = [.. design.Channels ?? [], .. design.Hidden ?? []];
        string layers = widths.Length switch
        {
            0 => "no hidden layer",
            1 => $"width {widths[0]}, 1 layer",
            _ => $"width {widths.Min()}{(widths.Min() < widths.Max() ? " at least" : "")}, {widths.Length} layers",
        };
        string bounds = $"{Percent(probability.Low)} to {Percent(probability.High)} at 95 %";
        return $"{Percent(probability.Value)} of such starts are born dead ({layers}; {bounds}), "
            + $"this one {(forecast.IsThisOne ? "too" : "not")}: a layer that is silent as a whole passes no gradient, "
            + $"and what comes behind it is the same for every row. {Advice(forecast, design)}";
    }

    private static string Advice(BornDeadForecast forecast, NetworkDesign design)
    {
        string now = design.Bias < 0 ? "Start with --bias 0" : forecast.IsThisOne ? "Take another --seed" : "";
        string change = "make layers wider or fewer (--hidden), or keep a gradient with --activation leaky-relu.";
        return now == "" ? char.ToUpperInvariant(change[0]) + change[1..] : $"{now}, {change}";
    }

    private static string BesideTheory(double expected, double theory) => Invariant($"{expected:G3} (theory {theory:G3})");

    private static string Percent(double share) => share < 0.1 ? Invariant($"{100 * share:G2} %") : Invariant($"{100 * share:F0} %");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
