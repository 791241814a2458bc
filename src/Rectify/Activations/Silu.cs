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

    // σ is 0 or 1 to the last bit beyond; x is stopped there, or −∞·0 would be NaN.
    private const float End = 110;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Forward<T>(T x) where T : struct, ILane<T> => new Logistic<T>(x, new(T.Abs(x), 0)).Times(x);

    // σ(x) + x·σ′(x)
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Derivative<T>(T x) where T : struct, ILane<T>
        => new Logistic<T>(x, new(T.Abs(x), 0)).PlusSlopeTimes(new(T.AtMost(T.AtLeast(x, -End), End), 0));
}
