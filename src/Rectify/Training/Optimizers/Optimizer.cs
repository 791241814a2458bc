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
    internal abstract void Step(
        OptimizerState state, ReadOnlySpan<float> gradients, float learningRate, float gradientScale, Penalties penalties);

    private protected static void Apply<TUpdate>(
        TUpdate update, OptimizerState state, ReadOnlySpan<float> gradients, float gradientScale, Penalties penalties)
        where TUpdate : struct, IUpdate
    {
        int weights = state.Network.WeightLength, all = state.Network.LearnedLength;
        Move(new Penalized<TUpdate>(update, gradientScale, penalties.L1, penalties.L2, penalties.Decay), state, gradients, 0..weights);
        Move(new Penalized<TUpdate>(update, gradientScale, 0, 0, 0), state, gradients, weights..all);
    }

    private static void Move<TUpdate>(TUpdate update, OptimizerState state, ReadOnlySpan<float> gradients, Range range)
        where TUpdate : struct, IUpdate
    {
        Span<float> weights = state.Network.Row[range];
        Updates.Apply(update, state.Workers, weights, gradients[range], state.First.Span[range], state.Second.Span[range]);
    }
}
