using System.Runtime.CompilerServices;

namespace Rectify.Kernels;

/// <summary>The derivative of x·tanh(log(1 + eˣ)) at x = −a.</summary>
internal readonly struct MishSlope : ICurve
{
    // 1 to half a unit in the last place.
    public static float Start => -10.38f;

    public static float End => 7.1f;
    public static int Degree => 9;
    public static int CarriedSums => 1;
    public static bool FallsFar => true;
    public static int Table => Coefficients.MishSlope;

    // w − a·w′, where with s = 2 + 2e + e² and w = 1 − 2/s on the side of e = e⁻ᵃ ≤ 1: w′ = −4·e·(1 + e)/s².
    public static T Formula<T>(T a) where T : struct, ILane<T>
    {
        T e = T.Exp(-T.Abs(a)), sum = T.IfPositive(a, 2 + e * (2 + e), 1 + 2 * e * (1 + e));
        T weight = T.IfPositive(a, e * (2 + e), 1 + 2 * e) / sum, rise = 4 * e * (1 + e) / (sum * sum);
        return (weight - a * rise * T.IfPositive(a, 1, e));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Place<T>(T a, float origin) where T : struct, ILane<T> => T.Fma(a, 1 / 1.09375f, origin);

    // e·(1 − a − e·(1/2 − a) + …) with e = e⁻ᵃ.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T> Beyond<T>(T a) where T : struct, ILane<T>
    {
        T stopped = T.AtMost(a, 110);
        Pair<T> raised = T.Decay(new(stopped, 0)).Raised;
        T e = raised.Rounded * (1 / Decay<T>.Excess);
        return ((1 - stopped) * raised).Plus(raised.Rounded * (e * T.Fma(-stopped * e, e, stopped - 0.5f)));
    }
}
