using System.Runtime.CompilerServices;
using Rectify.Kernels;

namespace Rectify.Activations;

/// <summary>The sigmoid linear unit, also called Swish.</summary>
public readonly record struct Silu : IActivation<Silu>
{
    public static ActivationInfo Info { get; } = new("silu")
    {
        Summary = "Weighs x by its sigmoid: smooth, with a shallow dip below zero.",
        Formula = "x·σ(x)",
        Source = "Elfwing, Uchibe, Doya 2017; Ramachandran, Zoph, Le 2017",
        TurningPoints = [-1.2784645f],
    };

    // σ is 0 or 1 beyond ±110; x is stopped there, or −∞·0 would be NaN.
    private const float End = 110;

    public T Forward<T>(T x) where T : struct, ILane<T> => T.Max(x, -End) * T.Sigmoid(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Derivative<T>(T x) where T : struct, ILane<T>
    {
        x = T.Min(T.Max(x, -End), End);
        T e = T.Exp(-T.Abs(x));
        T s = T.IfPositive(x, 1, e) / (1 + e);
        // 1 − σ(x), without the cancellation where σ(x) is near 1.
        T opposite = T.IfPositive(x, e, 1) / (1 + e);
        return s * T.Fma(x, opposite, 1);
    }
}
