using System.Globalization;

namespace Rectify.Health;

/// <summary>
/// A start under which signals shrink or grow from layer to layer, so that the first layers hear nothing of the loss, or too much.
/// </summary>
public sealed class InitialVariance : IHealthRule
{
    private const double Largest = 100, Grave = 1e4;

    public string Id => "initial-variance";
    public string Summary
        => "before the first step a layer's pre-activations vary under 1/100 or over 100 times as much as where signals keep "
        + "their size, gain² times the inputs' mean square; an error beyond 10,000 times";
    public string Source
        => "What keeps it is derived (He et al. 2015, equation 10, with each activation's gain); how far off is too far is by "
        + "hand.";

    /// <summary>Whether signals vanish or grow without bound before the first step.</summary>
    internal static bool IsGrave(HealthEvidence evidence) => new InitialVariance().Examine(evidence).Any(f => f.Severity == Severity.Error);

    public IEnumerable<Finding> Examine(HealthEvidence evidence)
    {
        if (evidence.Looks is not [{ Step: 0 } start, ..] || evidence.Inputs is not { MeanSquare: > 0 } inputs) { yield break; }
        if (evidence.Network is not { } network) { yield break; }

        // A constant bias is not the start's doing, and behind a layer that is wholly silent there is nothing to measure.
        IEnumerable<UnitLook> heard = start.Units.TakeWhile((_, i) => i == 0 || start.Units[i - 1].Silent < start.Units[i - 1].Units);
        (UnitLook Layer, double Kept, double Ratio)[] far =
        [
            .. from layer in heard
               let kept = SignalTheory.Kept(network.Nodes.First(node => node.Name == layer.Layer).Layer, inputs.MeanSquare)
               let ratio = layer.Variance / kept
               where ratio is < 1 / Largest or > Largest
               select (layer, kept, ratio),
        ];
        if (far.Length == 0) { yield break; }

        // The farthest tells most: the last layer of a stack that shrinks, or of one that grows.
        (UnitLook worst, double expected, double times) = far.MaxBy(layer => Math.Abs(Math.Log(Math.Max(layer.Ratio, double.Epsilon))));
        yield return new(Id, times is < 1 / Grave or > Grave ? Severity.Error : Severity.Warning, worst.Layer, 0, 0,
            far.Length, start.Units.Count,
            string.Create(CultureInfo.InvariantCulture,
                $"In {far.Length} of {start.Units.Count} layers the start does not keep the size of signals: at {worst.Layer} the ")
            + string.Create(CultureInfo.InvariantCulture,
                $"variance of the pre-activations is {worst.Variance:G2}, {times:G2} times the {expected:G2} that keeps it."),
            "Leave out --init, or use --init he for rectifiers (glorot for tanh and sigmoid); or add --batch-norm.")
        {
            Options = "--init he",
        };
    }
}
