using System.Runtime.CompilerServices;

namespace Rectify.Kernels;

/// <summary>tanh′(a) = 4·σ′(2a), a ≥ 0.</summary>
internal readonly struct TanhSlope : ICurve
{
    public static float Start => 0;
    public static float End => 6;
    public static int Degree => 7;
    public static int CarriedSums => 1;
    public static int Table => Coefficients.TanhSlope;

    public static T Formula<T>(T a) where T : struct, ILane<T> => 4 * T.Sigmoid(-2 * a) * T.Sigmoid(2 * a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Place<T>(T a, float origin) where T : struct, ILane<T> => T.Fma(a, 2.583f, origin);

    // 4·e·(1 − 2e + 3e² − …) with e = e^(−2a).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T> Beyond<T>(T a) where T : struct, ILane<T>
    {
        Pair<T> raised = T.Decay(new(2 * a, 0)).Raised;
        T e = raised.Rounded * (1 / Decay<T>.Excess);
        return 4 * raised.Plus(raised.Rounded * (e * (3 * e - 2)));
    }
}
