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
        Source = "Howard et al. 2019, section 5.2",
        Kinks = [-3, 3],
        TurningPoints = [-1.5f],
        OnnxOperator = "HardSwish",
    };

    // x is stopped at −3, where the ramp is 0, or −∞·0 would be NaN; the ramp is divided first, or a large x overflows.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Forward<T>(T x) where T : struct, ILane<T> => T.Max(x, -3) * (T.Min(T.Max(x + 3, 0), 6) / 6);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Derivative<T>(T x) where T : struct, ILane<T> => T.IfPositive(x + 3, T.IfPositive(3 - x, T.Fma(2, x, 3) / 6, 1), 0);
}
