using Rectify.Data;
using Rectify.Networks;

namespace Rectify.Health;

/// <summary>
/// How likely a network is born dead: a whole layer of units is silent on the rows looked at, so that no gradient passes to what lies
/// before it, and the output does not depend on the inputs.
/// </summary>
/// <remarks>Lu, Shin, Su, Karniadakis 2020, theorem 3, say it for rectifiers without biases; here starts are drawn and looked at.</remarks>
/// <param name="Probability">Of how many starts that were drawn.</param>
/// <param name="IsThisOne">Whether the network is dead as it is.</param>
/// <param name="Rows">Rows looked at.</param>
public sealed record BornDeadForecast(Proportion Probability, bool IsThisOne, int Rows)
{
    /// <summary>How large the signals of the starts that were drawn are, one an activation layer.</summary>
    public IReadOnlyList<SignalForecast> Signals { get; init; } = [];

    /// <summary>Draws the start of a network anew, as often as a fraction of a second allows.</summary>
    /// <param name="network">The network as it starts. Nothing of it is changed.</param>
    /// <param name="initializer">How its weights were drawn.</param>
    /// <param name="probe">Rows that reach the network (<see cref="Probe.Draw"/>), of which some are enough.</param>
    /// <param name="seed">Of the run, whose own start is not among those that are drawn.</param>
    /// <param name="cancellation">Ends it between two starts.</param>
    /// <exception cref="OperationCanceledException">An end was asked for.</exception>
    public static BornDeadForecast Of(
        Network network, Initializer initializer, SampleSource probe, ulong seed, CancellationToken cancellation = default)
    {
        FreshStarts starts = new(network, initializer, probe, seed);
        starts.Draw(cancellation);
        return Of(network, starts, new SignalTheory(network, initializer, starts));
    }

    internal static BornDeadForecast Of(Network network, FreshStarts starts, SignalTheory theory)
        => new(new(starts.Dead, starts.Count), starts.IsDeadAsItIs(), starts.Rows) { Signals = SignalForecast.Of(network, starts, theory) };
}
