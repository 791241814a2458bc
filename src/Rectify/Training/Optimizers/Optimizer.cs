using Rectify.Kernels;

namespace Rectify.Training;

/// <summary>The rule that turns gradients into steps.</summary>
public abstract class Optimizer
{
    /// <summary>As typed, e.g. adam.</summary>
    public abstract string Name { get; }

    /// <summary>Moves everything that is learned, in one pass over memory.</summary>
    /// <param name="state">The network, and what is remembered of earlier steps.</param>
    /// <param name="gradients">The gradient of the loss, laid out as the network's row.</param>
    /// <param name="learningRate">Of this step.</param>
    /// <param name="gradientScale">A factor for the gradient of the loss, less than 1 where it is clipped.</param>
    /// <param name="penalties">On the weights; their gradient is not clipped.</param>
    /// <returns>Whether all that was moved, and all that is remembered of it, is finite.</returns>
    internal abstract bool Step(
        OptimizerState state, ReadOnlySpan<float> gradients, float learningRate, float gradientScale, Penalties penalties);

    private protected static bool Apply<TUpdate>(
        TUpdate update, OptimizerState state, ReadOnlySpan<float> gradients, float gradientScale, Penalties penalties)
        where TUpdate : struct, IUpdate
    {
        int weights = state.Network.WeightLength, all = state.Network.LearnedLength;
        Penalized<TUpdate> onWeights = new(update, gradientScale, penalties.L1, penalties.L2, penalties.Decay);
        Penalized<TUpdate> onOthers = new(update, gradientScale, 0, 0, 0);
        return Move(onWeights, state, gradients, 0..weights) & Move(onOthers, state, gradients, weights..all);
    }

    private static bool Move<TUpdate>(TUpdate update, OptimizerState state, ReadOnlySpan<float> gradients, Range range)
        where TUpdate : struct, IUpdate
    {
        Span<float> weights = state.Network.Row[range];
        return Updates.Apply(update, state.Workers, weights, gradients[range], state.First.Span[range], state.Second.Span[range]);
    }
}
