using System.Runtime.CompilerServices;

namespace Rectify.Kernels;

/// <summary>The logistic function and the hyperbolic tangent over lanes.</summary>
internal static class Sigmoids
{
    /// <summary>1/(1 + e⁻ˣ), accurate in its left tail.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sigmoid<T>(T x) where T : struct, ISimdLane<T>, ILane<T> => Piecewise.Ascent<LogisticTail, T>(x);

    /// <summary>The hyperbolic tangent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Tanh<T>(T x) where T : struct, ISimdLane<T>, ILane<T>
    {
        T a = T.AtMost(T.Abs(x), TanhRise.End);
        T y = Piecewise.PieceOf<TanhRise, T>(a).From(T.AtMost(a, TanhRise.FirstEnd));
        return T.Or(y, T.And(x, -0f));
    }
}
