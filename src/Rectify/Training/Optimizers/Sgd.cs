using System.Runtime.CompilerServices;
using Rectify.Kernels;

namespace Rectify.Training;

/// <summary>Stochastic gradient descent: v ← µ·v + g; w ← w − η·v, or with Nesterov's look ahead w ← w − η·(g + µ·v).</summary>
/// <remarks>Sutskever et al. 2013, section 2, in PyTorch's form (the learning rate outside the momentum).</remarks>
public sealed class Sgd : Optimizer
{
    private readonly float _momentum;
    private readonly bool _nesterov;

    /// <param name="momentum">µ, in [0, 1).</param>
    /// <param name="nesterov">Whether to look ahead, which needs momentum.</param>
    public Sgd(float momentum = 0, bool nesterov = false)
    {
        (_momentum, _nesterov) = (Share.Check(momentum, "A momentum"), nesterov);
        if (nesterov && momentum == 0)
        {
            throw new ArgumentException("Nesterov's look ahead needs a momentum above 0: add --momentum 0.9.");
        }
    }

    public override string Name => "sgd";

    internal override bool Step(
        OptimizerState state, ReadOnlySpan<float> gradients, float learningRate, float gradientScale, Penalties penalties)
        => Apply(new Rule(learningRate, _momentum, _nesterov), state, gradients, gradientScale, penalties);

    private readonly struct Rule(float rate, float momentum, bool nesterov) : IUpdate
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Invoke<T>(ref T weight, T gradient, ref T first, ref T second) where T : struct, ISimdLane<T>, ILane<T>
        {
            first = T.Fma(first, momentum, gradient);
            weight = T.Fma(-rate, nesterov ? T.Fma(first, momentum, gradient) : first, weight);
        }
    }
}
