using System.Runtime.CompilerServices;
using Rectify.Kernels;

namespace Rectify.Activations;

/// <summary>x times a sigmoid of three straight pieces.</summary>
public readonly record struct HardSwish : IActivation<HardSwish>
{
    public static ActivationInfo Info { get; } = new("hard-swish")
    {
        Summary = "Silu without exponentials, made for small devices.",
        Formula = "x·min(max(x + 3, 0), 6)/6",
        ChosenWhen = "silu is wanted without exponentials, on small devices",
        FailsWhen = "biases fall below −3: it is as silent there as relu",
        Source = "Howard et al. 2019, section 5.2",
        Kinks = [-3, 3],
        TurningPoints = [-1.5f],
        OnnxOperator = "HardSwish",
    };

    // x is stopped where the ramp is 0, or −∞·0 would be NaN, and for what is left of the ramp where that is 1.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Forward<T>(T x) where T : struct, ILane<T>
    {
        T near = T.AtMost(T.AtLeast(x, -3), 3);
        Pair<T> ramp = (3 + new Pair<T>(near, 0)) / 6f;
        return T.Fma(T.AtLeast(x, -3), ramp.High, near * ramp.Low);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Derivative<T>(T x) where T : struct, ILane<T>
        => T.IfPositive(x + 3, T.IfPositive(3 - x, (Pair<T>.Sum(3, 2 * T.AtMost(T.AtLeast(x, -3), 3)) / 6f).Rounded, 1), 0);
}
