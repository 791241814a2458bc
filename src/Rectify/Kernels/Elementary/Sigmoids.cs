using System.Runtime.CompilerServices;

namespace Rectify.Kernels;

/// <summary>The logistic function and the hyperbolic tangent over lanes.</summary>
internal static class Sigmoids
{
    /// <summary>1/(1 + e⁻ˣ), accurate in its left tail.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sigmoid<T>(T x) where T : struct, ISimdLane<T>, ILane<T> => new Logistic<T>(x, new(T.Abs(x), 0)).Rounded;

    /// <summary>The hyperbolic tangent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Tanh<T>(T x) where T : struct, ISimdLane<T>, ILane<T>
    {
        // m/(2 + m) with m = e^(−2|x|) − 1.
        Pair<T> m = Exponentials.ExpM1Parts(-2 * T.Abs(x));
        return T.Or(T.Abs((m / (2 + m)).Rounded), T.And(x, -0f));
    }
}
