using System.Runtime.CompilerServices;
using Rectify.Kernels;

namespace Rectify.Training;

/// <summary>Steps of about the learning rate in each weight: the mean of its gradients over the root of their mean square.</summary>
/// <remarks>
/// Kingma, Ba 2015, algorithm 1, with β₁ 0.9, β₂ 0.999, ε 1e-8. With decoupled decay it is AdamW (Loshchilov, Hutter 2019,
/// algorithm 2): the L2 penalty then shrinks weights directly instead of passing through the moments.
/// </remarks>
public sealed class Adam(bool decoupledDecay = false) : Optimizer
{
    private const float Beta1 = 0.9f, Beta2 = 0.999f, Epsilon = 1e-8f;

    public override string Name => decoupledDecay ? "adamw" : "adam";

    internal override bool Step(
        OptimizerState state, ReadOnlySpan<float> gradients, float learningRate, float gradientScale, Penalties penalties)
    {
        state.FirstPower *= Beta1;
        state.SecondPower *= Beta2;

        // Both moments start at zero and are divided by 1 − βᵗ, so that early steps are not too small.
        float rate = (float)(learningRate / (1 - state.FirstPower)), correction = (float)(1 / (1 - state.SecondPower));
        if (decoupledDecay) { penalties = penalties with { L2 = 0, Decay = learningRate * penalties.L2 }; }
        return Apply(new Rule(rate, correction), state, gradients, gradientScale, penalties);
    }

    private readonly struct Rule(float rate, float correction) : IUpdate
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Invoke<T>(ref T weight, T gradient, ref T first, ref T second) where T : struct, ISimdLane<T>, ILane<T>
        {
            first = T.Fma(gradient - first, 1 - Beta1, first);
            second = T.Fma(T.Fma(gradient, gradient, -second), 1 - Beta2, second);
            weight = T.Fma(-rate, first / (T.Sqrt(second * correction) + Epsilon), weight);
        }
    }
}
