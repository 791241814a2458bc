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
    private const float Linear = (float)1.5957691216057308, Cubic = (float)(1.5957691216057308 * 0.044715);

    // σ(2u) is 0 or 1 beyond ±12; x is stopped there, or x³ overflows and −∞·0 is NaN.
    private const float End = 12;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Forward<T>(T x) where T : struct, ILane<T> => T.Max(x, -End) * T.Sigmoid(Twice(Stopped(x)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Derivative<T>(T x) where T : struct, ILane<T>
    {
        x = Stopped(x);
        T z = Twice(x);
        T e = T.Exp(-T.Abs(z));
        T s = T.IfPositive(z, 1, e) / (1 + e);
        // σ′ = e/(1 + e)², without the cancellation of 1 − σ where σ is near 1.
        return T.Fma(x * (e / ((1 + e) * (1 + e))), T.Fma(3 * Cubic, x * x, Linear), s);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Twice<T>(T x) where T : struct, ILane<T> => x * T.Fma(Cubic, x * x, Linear);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Stopped<T>(T x) where T : struct, ILane<T> => T.Min(T.Max(x, -End), End);
}
