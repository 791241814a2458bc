using System.Runtime.CompilerServices;
using Rectify.Kernels;

namespace Rectify.Activations;

/// <summary>x·tanh(softplus(x)).</summary>
public readonly record struct Mish : IActivation<Mish>
{
    public static ActivationInfo Info { get; } = new("mish")
    {
        Summary = "Close to silu, with a slightly deeper dip below zero.",
        Formula = "x·tanh(log(1 + eˣ))",
        Source = "Misra 2019",
        TurningPoints = [-1.1924312f],
        OnnxOperator = "Mish",
    };

    // The weight is 0 or 1 beyond ±110; x is stopped there, or −∞·0 would be NaN.
    private const float End = 110;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Forward<T>(T x) where T : struct, ILane<T>
    {
        (T top, T gap, _) = Weight(x);
        return T.Max(x, -End) * (top / (top + gap));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Derivative<T>(T x) where T : struct, ILane<T>
    {
        x = T.Min(T.Max(x, -End), End);
        (T top, T gap, T e) = Weight(x);
        T bottom = top + gap;
        T sigmoid = T.IfPositive(x, 1, e) / (1 + e);
        // 1 − w² = gap·(top + bottom)/bottom², without the cancellation where w is near 1.
        return top / bottom + x * sigmoid * (gap / bottom) * ((top + bottom) / bottom);
    }

    // tanh(log(1 + eˣ)) = top/(top + gap): (n² + 2n)/(n² + 2n + 2) with n = eˣ, divided by n² where n > 1.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (T Top, T Gap, T E) Weight<T>(T x) where T : struct, ILane<T>
    {
        T e = T.Exp(-T.Abs(x));
        return (T.IfPositive(x, T.Fma(2, e, 1), e * (e + 2)), T.IfPositive(x, 2 * (e * e), 2), e);
    }
}
