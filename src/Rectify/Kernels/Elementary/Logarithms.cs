using System.Runtime.CompilerServices;
using static Rectify.Kernels.Coefficients;

namespace Rectify.Kernels;

/// <summary>log(1 + x) over lanes.</summary>
/// <remarks>log(1 + f) = 2·artanh(z) with z = f/(2 + f): odd in z, so that few powers of z² serve, and z itself is added last.</remarks>
internal static class Logarithms
{
    private const float Ln2High = 0.693145752f, Ln2Low = 1.42860677e-6f;

    /// <summary>log(1 + x) for x ≥ 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Log1P<T>(T x) where T : struct, ISimdLane<T>, ILane<T>
    {
        // 1 + x = 2ⁿ·(1 + f) with f between ½·√2 − 1 and √2 − 1.
        Pair<T> sum = Pair<T>.Sum(1, T.AtMost(x, float.MaxValue));
        T n = T.Exponent(sum.High * 1.41421356f);
        Pair<T> f = new(T.Scale(sum.High, -n) - 1, T.Scale(sum.Low, -n));
        Pair<T> log = OnePlus(f);
        Pair<T> result = n * new Pair<T>(Ln2High, Ln2Low) + log;
        return T.IfPositive(x - float.MaxValue, x, result.Rounded);
    }

    /// <summary>log(1 + f) = w + w·z²·p(z²) with w = 2z = f/(1 + f/2): f is not halved, because it may be denormal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Pair<T> OnePlus<T>(Pair<T> f) where T : struct, ISimdLane<T>, ILane<T>
    {
        Pair<T> w = f / (1 + 0.5f * f);
        T square = 0.25f * w.High * w.High;
        T p = T.Fma(T.Fma(T.Fma(T.Fma(Artanh4, square, Artanh3), square, Artanh2), square, Artanh1), square, Artanh0);
        return new(w.High, T.Fma(w.High * square, p, w.Low));
    }
}
