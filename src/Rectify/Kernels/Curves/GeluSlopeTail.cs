using System.Runtime.CompilerServices;

namespace Rectify.Kernels;

/// <summary>Φ(−a) − a·φ(a), a ≥ 0: the derivative of x·Φ(x) at −a.</summary>
internal readonly struct GeluSlopeTail : ICurve
{
    // What is left beyond is below half of the smallest denormal.
    private const float Last = 14.9f;

    private const float Reach = 6, Bend = 4.5f;

    public static float Start => 0;
    public static float End => Reach;
    public static int Degree => 8;
    public static int CarriedSums => 1;
    public static bool FallsFar => true;
    public static int Table => Coefficients.GeluSlopeTail;

    public static T Formula<T>(T a) where T : struct, ILane<T> => (T.NormalCdf(-a) - a * T.NormalDensity(a));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Place<T>(T a, float origin) where T : struct, ILane<T>
        => T.Fma(a * (15.499f / (Reach * (Reach + Bend))), a + Bend, origin);

    // e^(−a²/2)·(ratio − a/√(2π))
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T> Beyond<T>(T a) where T : struct, ILane<T>
    {
        T stopped = T.AtMost(a, Last);
        Decay<T> e = T.Decay(0.5f * Pair<T>.Square(stopped));
        return e.Raise(e.Normalized * (T.NormalTailRatio(stopped) + -stopped * Pair<T>.Of(0.39894228040143267794)));
    }
}
