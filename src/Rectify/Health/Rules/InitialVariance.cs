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
        => "before the first step a layer's pre-activations vary under 1/100 or over 100 times the inputs' mean square (He et al. "
        + "2015 and Glorot, Bengio 2010 keep it; threshold ours); an error beyond 10,000 times";

    /// <summary>Whether signals vanish or grow without bound before the first step.</summary>
    internal static bool IsGrave(HealthEvidence evidence) => new InitialVariance().Examine(evidence).Any(f => f.Severity == Severity.Error);

    public IEnumerable<Finding> Examine(HealthEvidence evidence)
    {
        if (evidence.Looks is not [{ Step: 0 } start, ..] || evidence.Inputs is not { MeanSquare: > 0 } inputs) { yield break; }
        // A constant bias is not the start's doing, and behind a layer that is wholly silent there is nothing to measure.
        double Ratio(UnitLook layer) => layer.Variance / inputs.MeanSquare;
        IEnumerable<UnitLook> heard = start.Units.TakeWhile((_, i) => i == 0 || start.Units[i - 1].Silent < start.Units[i - 1].Units);
        UnitLook[] far = [.. heard.Where(layer => Ratio(layer) is < 1 / Largest or > Largest)];
        if (far.Length == 0) { yield break; }

        // The farthest tells most: the last layer of a stack that shrinks, or of one that grows.
        UnitLook worst = far.MaxBy(layer => Math.Abs(Math.Log(Math.Max(Ratio(layer), double.Epsilon))))!;
        bool isError = Ratio(worst) is < 1 / Grave or > Grave;
        yield return new(Id, isError ? Severity.Error : Severity.Warning, worst.Layer, 0, 0, far.Length, start.Units.Count,
            string.Create(CultureInfo.InvariantCulture,
                $"In {far.Length} of {start.Units.Count} layers the start does not keep the size of signals: at {worst.Layer} the ")
            + string.Create(CultureInfo.InvariantCulture,
                $"variance of the pre-activations is {worst.Variance:G2}, {Ratio(worst):G2} times the mean square of the inputs."),
            "Leave out --init, or use --init he for rectifiers (glorot for tanh and sigmoid); or add --batch-norm.")
        {
            Options = "--init he",
        };
    }
}
