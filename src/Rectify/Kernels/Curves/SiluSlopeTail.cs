using System.Runtime.CompilerServices;

namespace Rectify.Kernels;

/// <summary>σ(−a) − a·σ′(a), a ≥ 0: the derivative of x·σ(x) at −a.</summary>
internal readonly struct SiluSlopeTail : ICurve
{
    public static float Start => 0;
    public static float End => 9.9f;
    public static int Degree => 7;
    public static int CarriedSums => 1;
    public static bool FallsFar => true;
    public static int Table => Coefficients.SiluSlopeTail;

    public static T Formula<T>(T a) where T : struct, ILane<T> => T.Sigmoid(-a) * (1 - a * T.Sigmoid(a));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Place<T>(T a, float origin) where T : struct, ILane<T> => T.Fma(a, 1.5625f, origin);

    // e·(1 − a + (2a − 1)·e + (1 − 3a)·e² + …) with e = e⁻ᵃ.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T> Beyond<T>(T a) where T : struct, ILane<T>
    {
        T stopped = T.AtMost(a, 110);
        Pair<T> raised = T.Decay(new(stopped, 0)).Raised;
        T e = raised.Rounded * (1 / Decay<T>.Excess);
        return ((1 - stopped) * raised).Plus(raised.Rounded * (e * T.Fma(e, 1 - 3 * stopped, 2 * stopped - 1)));
    }
}
