using System.Runtime.CompilerServices;
using Rectify.Kernels;

namespace Rectify.Activations;

/// <summary>The Gaussian error linear unit, x·Φ(x).</summary>
public readonly record struct Gelu : IActivation<Gelu>
{
    public static ActivationInfo Info { get; } = new("gelu")
    {
        Summary = "Weighs x by how likely a normal number is to be below it: a smooth rectifier, usual in transformers.",
        Formula = "x·Φ(x)",
        Source = "Hendrycks, Gimpel 2016, section 2",
        TurningPoints = [-0.75179152f],
        OnnxOperator = "Gelu",
    };

    // Φ is 0 or 1 to the last bit beyond; x is stopped there, or ∞·0 would be NaN.
    private const float End = 14.9f;

    // On the left x·Φ(x) = −a·Φ(−a), a = |x|, and on the right it is a larger by that: Φ(−a) = ratio·e^(−a²/2).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Forward<T>(T x) where T : struct, ILane<T>
    {
        T a = T.AtMost(T.Abs(x), End);
        Decay<T> e = T.Decay(0.5f * Pair<T>.Square(a));
        Pair<T> tail = e.Mantissa * T.NormalTailRatio(a);

        T left = e.Scale(T.Fma(-a, tail.High, -a * tail.Low)), scaled = e.Scale(a), most = T.Fma(-scaled, tail.High, a);
        T right = most + T.Fma(-scaled, tail.Low, T.Fma(-scaled, tail.High, a - most));
        return T.IfPositive(-x, left, T.IfPositive(x * (End - x), right, x));
    }

    // Φ(x) + x·φ(x) = e^(−a²/2)·(ratio − a/√(2π)) on the left.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Derivative<T>(T x) where T : struct, ILane<T>
    {
        T a = T.AtMost(T.Abs(x), End);
        Decay<T> e = T.Decay(0.5f * Pair<T>.Square(a));
        Pair<T> tail = e.Normalized * (T.NormalTailRatio(a) + -a * Pair<T>.Of(0.39894228040143267794));
        return T.IfPositive(x, (1 - e.Scale(tail)).Rounded, e.Scale(tail.Rounded));
    }
}
