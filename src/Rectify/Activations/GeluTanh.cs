using System.Runtime.CompilerServices;
using Rectify.Kernels;

namespace Rectify.Activations;

/// <summary>GELU with Φ replaced by a logistic curve.</summary>
public readonly record struct GeluTanh : IActivation<GeluTanh>
{
    public static ActivationInfo Info { get; } = new("gelu-tanh")
    {
        Summary = "The usual approximation of gelu by tanh, within 0.0005 of it.",
        Formula = "x·(1 + tanh(√(2/π)·(x + 0.044715·x³)))/2",
        Source = "Hendrycks, Gimpel 2016, section 2",
        TurningPoints = [-0.7524614f],
    };

    // (1 + tanh u)/2 = σ(2u), which keeps its precision in the left tail. These are the coefficients of 2u.
    private const double Linear = 1.5957691216057308, Cubic = Linear * 0.044715;

    // σ(2u) is 0 or 1 to the last bit beyond; x is stopped there, or x³ overflows and −∞·0 is NaN.
    private const float End = 11;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Forward<T>(T x) where T : struct, ILane<T>
    {
        T a = T.AtMost(T.Abs(x), End);
        return new Logistic<T>(x, a * (Pair<T>.Of(Linear) + Pair<T>.Of(Cubic) * Pair<T>.Square(a))).Times(x);
    }

    // With z = 2u: σ(z) + x·z′·σ(z)·(1 − σ(z)), as for silu.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Derivative<T>(T x) where T : struct, ILane<T>
    {
        T a = T.AtMost(T.Abs(x), End), stopped = T.IfPositive(x, a, -a);
        Pair<T> square = Pair<T>.Square(a), slope = Pair<T>.Of(Linear) + Pair<T>.Of(3 * Cubic) * square;
        Pair<T> distance = a * (Pair<T>.Of(Linear) + Pair<T>.Of(Cubic) * square);
        return new Logistic<T>(x, distance).PlusSlopeTimes(stopped * slope);
    }
}
