using System.Runtime.CompilerServices;

namespace Rectify.Kernels;

/// <summary>σ(−z) − a·z′·σ′(z) with the z(a) of <see cref="GeluTanhTail"/>, a ≥ 0: the derivative of gelu-tanh at −a.</summary>
internal readonly struct GeluTanhSlopeTail : ICurve
{
    private const float Last = 11;

    public static float Start => 0;
    public static float End => GeluTanhTail.End;
    public static int Degree => 9;
    public static int CarriedSums => 2;
    public static bool FallsFar => true;
    public static int Table => Coefficients.GeluTanhSlopeTail;

    public static T Formula<T>(T a) where T : struct, ILane<T>
    {
        T z = GeluTanhTail.Distance(a).Rounded;
        return T.Sigmoid(-z) * (1 - GeluTanhTail.Rise(a).Rounded * T.Sigmoid(z));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Place<T>(T a, float origin) where T : struct, ILane<T>
    {
        // Flatter than the exponent, so that the piece with the zero is small.
        const float Cubic = 0.032f, Scale = 15.499f / (6 * (1 + 36 * Cubic));
        return T.Fma(a, T.Fma(a * (Cubic * Scale), a, Scale), origin);
    }

    // e⁻ᶻ·(1 − a·z′), for σ(z) is 1 here.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T> Beyond<T>(T a) where T : struct, ILane<T>
    {
        T stopped = T.AtMost(a, Last);
        Decay<T> e = T.Decay(GeluTanhTail.Distance(stopped));
        return e.Raise(e.Normalized * (new Pair<T>(1, 0) + -GeluTanhTail.Rise(stopped)));
    }
}
