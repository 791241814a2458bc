using System.Runtime.CompilerServices;

namespace Rectify.Kernels;

/// <summary>σ′(a), a ≥ 0: the slope of the logistic function.</summary>
internal readonly struct LogisticSlope : ICurve
{
    public static float Start => 0;
    public static float End => 8.71f;
    public static int Degree => 6;
    public static int Table => Coefficients.LogisticSlope;

    public static T Formula<T>(T a) where T : struct, ILane<T> => T.Sigmoid(-a) * T.Sigmoid(a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Place<T>(T a, float origin) where T : struct, ILane<T> => T.Fma(a, 16 / 9f, origin);

    // σ′(a) = e·(1 − 2e + 3e² − …) with e = e⁻ᵃ.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T> Beyond<T>(T a) where T : struct, ILane<T>
    {
        Pair<T> raised = T.Decay(new(a, 0)).Raised;
        T e = raised.Rounded * (1 / Decay<T>.Excess);
        return raised.Plus(raised.Rounded * (e * (3 * e - 2)));
    }
}
