using System.Runtime.CompilerServices;
using Rectify.Kernels;

namespace Rectify.Training;

/// <summary>The gradient over the root of its recent mean square.</summary>
/// <remarks>Hinton 2012, lecture 6e, with α 0.99 and ε 1e-8, and momentum, as PyTorch.</remarks>
public sealed class RmsProp : Optimizer
{
    private const float Alpha = 0.99f, Epsilon = 1e-8f;
    private readonly float _momentum;

    /// <param name="momentum">In [0, 1).</param>
    public RmsProp(float momentum = 0) => _momentum = Share.Check(momentum, "A momentum");

    public override string Name => "rmsprop";

    internal override bool Step(
        OptimizerState state, ReadOnlySpan<float> gradients, float learningRate, float gradientScale, Penalties penalties)
        => Apply(new Rule(learningRate, _momentum), state, gradients, gradientScale, penalties);

    private readonly struct Rule(float rate, float momentum) : IUpdate
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Invoke<T>(ref T weight, T gradient, ref T first, ref T second) where T : struct, ISimdLane<T>, ILane<T>
        {
            second = T.Fma(T.Fma(gradient, gradient, -second), 1 - Alpha, second);
            first = T.Fma(first, momentum, gradient / (T.Sqrt(second) + Epsilon));
            weight = T.Fma(-rate, first, weight);
        }
    }
}
