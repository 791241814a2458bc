using Rectify.Layers;
using Rectify.Networks;

namespace Rectify.Health;

/// <summary>How large pre-activations of one layer start.</summary>
/// <param name="Layer">The activation layer's name in its network.</param>
/// <param name="MeanSquare">Their mean square over rows and units, expected over starts of the same kind.</param>
/// <param name="TheoryMeanSquare">What theory says it is: a He start preserves it.</param>
public sealed record SignalForecast(string Layer, double MeanSquare, double TheoryMeanSquare)
{
    /// <summary>One an activation layer, in the order of computation.</summary>
    internal static IReadOnlyList<SignalForecast> Of(Network network, FreshStarts starts, SignalTheory theory)
        => [.. network.Nodes.Where(node => node.Layer is IActivationLayer).Select(node => Of(node, starts, theory))];

    // Pre-activations are what the node before puts out.
    internal static SignalForecast Of(Node node, FreshStarts starts, SignalTheory theory) => node.Inputs[0] is >= 0 and var before
        ? new(node.Name, starts.Sizes.Outputs[before] / starts.Count, theory.Outputs[before])
        : new(node.Name, starts.InputMeanSquare, starts.InputMeanSquare);
}
