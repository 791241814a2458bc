using Rectify.Kernels;
using Rectify.Networks;

namespace Rectify.Training;

/// <summary>The rule that turns gradients into steps. It remembers up to two numbers per weight, in rows laid out as the network's.</summary>
public abstract class Optimizer
{
    private Memory<float> _first, _second;

    /// <summary>As typed, e.g. adam.</summary>
    public abstract string Name { get; }

    /// <summary>Forgets every earlier step.</summary>
    internal virtual void Prepare(Network network)
    {
        _first = FloatMemory.Allocate(network.LearnedLength);
        _second = FloatMemory.Allocate(network.LearnedLength);
    }

    /// <summary>Moves everything that is learned, in one pass over memory.</summary>
    /// <param name="workers">The threads that share the pass.</param>
    /// <param name="network">Whose row is moved.</param>
    /// <param name="gradients">The gradient of the loss, laid out as the row.</param>
    /// <param name="learningRate">Of this step.</param>
    /// <param name="gradientScale">A factor for the gradient of the loss, less than 1 where it is clipped.</param>
    /// <param name="penalties">On the weights; their gradient is not clipped.</param>
    internal abstract void Step(
        Workers workers, Network network, ReadOnlySpan<float> gradients, float learningRate, float gradientScale, Penalties penalties);

    private protected void Apply<TUpdate>(
        TUpdate update, Workers workers, Network network, ReadOnlySpan<float> gradients, float gradientScale, Penalties penalties)
        where TUpdate : struct, IUpdate
    {
        int weights = network.WeightLength, all = network.LearnedLength;
        Update(new Penalized<TUpdate>(update, gradientScale, penalties.L1, penalties.L2, penalties.Decay), workers, network.Row, gradients, 0..weights);
        Update(new Penalized<TUpdate>(update, gradientScale, 0, 0, 0), workers, network.Row, gradients, weights..all);
    }

    private void Update<TUpdate>(TUpdate update, Workers workers, Span<float> row, ReadOnlySpan<float> gradients, Range range)
        where TUpdate : struct, IUpdate
        => Updates.Apply(update, workers, row[range], gradients[range], _first.Span[range], _second.Span[range]);
}
