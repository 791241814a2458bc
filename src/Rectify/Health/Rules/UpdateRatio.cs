using System.Globalization;

namespace Rectify.Health;

/// <summary>
/// Steps out of proportion to the weights: far too long, they throw away what was learned; far too short, nothing is learned.
/// </summary>
public sealed class UpdateRatio : IHealthRule
{
    private const double Longest = 0.1, Shortest = 1e-4;
    private const int Recent = 4, Least = 3;

    public string Id => "update-ratio";
    public string Summary
        => "in half of the recent looks the root mean square of a step over that of the weights was above 0.1 at the peak "
        + "learning rate, or in all looks under 1e-4 in every layer, while the loss was not falling";
    public string Source => "By hand, on both sides of the 1e-3 at which Karpathy 2015 aims.";

    public IEnumerable<Finding> Examine(HealthEvidence evidence)
    {
        if (evidence.LearningRate is not { } peak || LossCurve.IsFalling(evidence)) { yield break; }
        HealthLook[] recent = [.. evidence.Looks.Where(look => look.Weights.Count > 0).TakeLast(Recent)];
        if (recent.Length < Least) { yield break; }

        string[] layers = [.. recent[0].Weights.Select(weight => weight.Layer)];
        double[] ratios = [.. layers.Select((_, i) => Median(recent.Select(look => AtPeak(look, i, peak))))];
        int longest = Array.IndexOf(ratios, ratios.Max());
        string Text(double ratio) => ratio.ToString("G2", CultureInfo.InvariantCulture);
        string rate = peak.ToString("G3", CultureInfo.InvariantCulture);
        if (ratios[longest] > Longest)
        {
            yield return new(Id, Severity.Error, layers[longest], null, null, ratios.Count(r => r > Longest), ratios.Length,
                $"At learning rate {rate} a step changes the weights of {layers[longest]} by {Text(100 * ratios[longest])} % of their size "
                + "(0.1 % is usual, 10 % the limit), and the loss is not falling.",
                $"Lower the learning rate ({LowerRate.Option(peak)}), use larger batches, or limit steps with --clip 1.")
            {
                Options = LowerRate.Option(peak),
            };
        }
        else if (HasNeverMoved(evidence, peak))
        {
            yield return new(Id, Severity.Error, layers[longest], null, null, ratios.Length, ratios.Length,
                $"At learning rate {rate} a step changes the weights of no layer by more than {Text(100 * ratios[longest])} % of their "
                + "size (0.1 % is usual), and the loss is not falling.",
                peak == 0 ? "A learning rate of 0 moves nothing: leave out --lr."
                    : "Raise the learning rate: leave out --lr, or try ten times this.")
            {
                Options = "--lr 0.001",
            };
        }
    }

    // A run that has settled takes short steps, too: this one has never taken others.
    private static bool HasNeverMoved(HealthEvidence evidence, float peak)
        => evidence.Looks.All(look => look.Weights.Index().All(weight => AtPeak(look, weight.Index, peak) < Shortest));

    // A schedule may have the rate near 0 when it is looked: what matters is what a step would be at the rate that was asked for.
    private static double AtPeak(HealthLook look, int weight, float peak)
        => look.LearningRate > 0 ? look.Weights[weight].UpdateRatio * peak / look.LearningRate : 0;

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
