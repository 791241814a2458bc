using System.Runtime.CompilerServices;

namespace Rectify.Kernels;

/// <summary>σ(−z(a)) with z(a) = √(8/π)·(a + 0.044715·a³), a ≥ 0: the left tail of the usual approximation of Φ.</summary>
internal readonly struct GeluTanhTail : ICurve
{
    // The coefficients of z.
    private const double Linear = 1.5957691216057308, Cubic = Linear * 0.044715;

    private const float Reach = 6;

    // What is left beyond is below half of the smallest denormal even when multiplied by it.
    private const float Last = 11;

    public static float Start => 0;
    public static float End => Reach;
    public static int Degree => 8;
    public static int CarriedSums => 2;
    public static bool FallsFar => true;
    public static int Table => Coefficients.GeluTanhTail;

    public static T Formula<T>(T a) where T : struct, ILane<T> => T.Sigmoid(-Distance(a).Rounded);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Place<T>(T a, float origin) where T : struct, ILane<T>
    {
        const float Scale = (float)(15.499 / (Reach * (Linear + Cubic * Reach * Reach)));
        return T.Fma(a, T.Fma(a * (float)(Cubic * Scale), a, (float)(Linear * Scale)), origin);
    }

    // e⁻ᶻ/(1 + e⁻ᶻ), whose divisor is 1 here.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T> Beyond<T>(T a) where T : struct, ILane<T> => T.Decay(Distance(T.AtMost(a, Last))).Raised;

    /// <summary>z(a), a not above <see cref="Last"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T> Distance<T>(T a) where T : struct, ILane<T>
        => a * (Pair<T>.Of(Linear) + Pair<T>.Of(Cubic) * Pair<T>.Square(a));

    /// <summary>a·z′(a), a not above <see cref="Last"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T> Rise<T>(T a) where T : struct, ILane<T>
        => a * (Pair<T>.Of(Linear) + Pair<T>.Of(3 * Cubic) * Pair<T>.Square(a));
}
