using System.Runtime.CompilerServices;

namespace Rectify.Kernels;

/// <summary>log(1 + e⁻ᵃ), a ≥ 0: what softplus is more than max(x, 0).</summary>
internal readonly struct SoftplusTail : ICurve
{
    public static float Start => 0;
    public static float End => 8.71f;
    public static int Degree => 6;
    public static int Table => Coefficients.SoftplusTail;

    public static T Formula<T>(T a) where T : struct, ILane<T> => T.Log1P(T.Exp(-a));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Place<T>(T a, float origin) where T : struct, ILane<T> => T.Fma(a, 16 / 9f, origin);

    // log(1 + e) = e·(1 − e/2 + e²/3 − …) with e = e⁻ᵃ.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T> Beyond<T>(T a) where T : struct, ILane<T>
    {
        Pair<T> raised = T.Decay(new(a, 0)).Raised;
        T e = raised.Rounded * (1 / Decay<T>.Excess);
        return raised.Plus(raised.Rounded * (e * (1 / 3f * e - 0.5f)));
    }
}
