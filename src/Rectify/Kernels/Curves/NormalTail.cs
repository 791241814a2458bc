using System.Runtime.CompilerServices;

namespace Rectify.Kernels;

/// <summary>Φ(−a), a ≥ 0: the left tail of the normal distribution.</summary>
internal readonly struct NormalTail : ICurve
{
    // What is left beyond is below half of the smallest denormal even when multiplied by it.
    private const float Last = 14.9f;

    private const float Reach = 6, Bend = 1.5f;

    public static float Start => 0;
    public static float End => Reach;
    public static int Degree => 8;
    public static int CarriedSums => 1;
    public static int Table => Coefficients.NormalTail;

    public static T Formula<T>(T a) where T : struct, ILane<T> => T.NormalCdf(-a);

    // Its logarithm falls nearly like this, so that it falls by as much in each piece.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Place<T>(T a, float origin) where T : struct, ILane<T>
        => T.Fma(a * (15.499f / (Reach * (Reach + Bend))), a + Bend, origin);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T> Beyond<T>(T a) where T : struct, ILane<T>
    {
        T stopped = T.AtMost(a, Last);
        Decay<T> e = T.Decay(0.5f * Pair<T>.Square(stopped));
        return e.Raise(e.Mantissa * T.NormalTailRatio(stopped));
    }
}
