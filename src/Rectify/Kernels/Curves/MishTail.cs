using System.Runtime.CompilerServices;

namespace Rectify.Kernels;

/// <summary>tanh(log(1 + e⁻ᵃ)): what mish weighs −a with.</summary>
internal readonly struct MishTail : ICurve
{
    // 1 to half a unit in the last place.
    public static float Start => -10.08f;

    public static float End => 6.9f;
    public static int Degree => 8;
    public static int CarriedSums => 1;
    public static int Table => Coefficients.MishTail;

    // (1 + 2e)/(1 + 2e + 2e²) on one side of 0 and e·(2 + e)/(2 + 2e + e²) on the other, with e = e^−|a|.
    public static T Formula<T>(T a) where T : struct, ILane<T>
    {
        T e = T.Exp(-T.Abs(a));
        return T.IfPositive(a, e * (2 + e) / (2 + e * (2 + e)), (1 + 2 * e) / (1 + 2 * e * (1 + e)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Place<T>(T a, float origin) where T : struct, ILane<T> => T.Fma(a, 1 / 1.0625f, origin);

    // e·(1 − e/2 + …) with e = e⁻ᵃ; the next term is a quarter of e⁴.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T> Beyond<T>(T a) where T : struct, ILane<T>
    {
        Pair<T> raised = T.Decay(new(a, 0)).Raised;
        T e = raised.Rounded * (1 / Decay<T>.Excess);
        return raised.Plus(raised.Rounded * (e * T.Fma(0.25f * e, e, -0.5f)));
    }
}
