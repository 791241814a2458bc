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

    // The weight is 0 or 1 to the last bit beyond; x is stopped there, or −∞·0 would be NaN.
    private const float End = 110;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Forward<T>(T x) where T : struct, ILane<T>
    {
        Decay<T> e = T.Decay(new(T.Abs(x), 0));
        (Pair<T> top, Pair<T> bottom) = Weight(x, e.Value);
        Pair<T> weight = Pair<T>.IfPositive(x, top, e.Mantissa * top) / bottom;
        T near = T.AtMost(T.AtLeast(x, -End), End), y = T.Fma(T.AtLeast(x, -End), weight.High, near * weight.Low);
        return T.IfPositive(x, y, T.IfPositive(-x, e.Scale(y), x));
    }

    // w + x·σ(x)·(1 − w²), and 1 − w² = 4·(1 + e)²/bottom² on the left, times e² on the right: both sides over bottom².
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Derivative<T>(T x) where T : struct, ILane<T>
    {
        Decay<T> parts = T.Decay(new(T.Abs(x), 0));
        Pair<T> e = parts.Value;
        (Pair<T> top, Pair<T> bottom) = Weight(x, e);
        Pair<T> rising = 4 * T.AtMost(T.AtLeast(x, -End), End) * (1 + e);
        Pair<T> sum = top * bottom + Pair<T>.IfPositive(x, rising * (e * e), rising);
        T y = (Pair<T>.IfPositive(x, sum, parts.Normalized * sum) / (bottom * bottom)).Rounded;
        return T.IfPositive(x, y, parts.Scale(y));
    }

    // With e = e^−|x| the weight tanh(log(1 + eˣ)) is (1 + 2e)/(1 + 2e + 2e²) on the right and e·(2 + e)/(2 + 2e + e²) on the left.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Pair<T> Top, Pair<T> Bottom) Weight<T>(T x, Pair<T> e) where T : struct, ILane<T>
    {
        T right = T.IfPositive(x, 1, 2), left = T.IfPositive(x, 2, 1);
        return (right + left * e, right + (2 * e + left * (e * e)));
    }
}
