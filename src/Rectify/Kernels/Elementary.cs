using System.Runtime.CompilerServices;

namespace Rectify.Kernels;

/// <summary>
/// The elementary functions, written once over lanes, so that they give the same bits at every width and on every machine.
/// </summary>
/// <remarks>
/// Each is right everywhere: NaN gives NaN, infinities give the limit, −0 stays where the function keeps it, and nothing
/// overflows where the function is finite. Errors are a few units in the last place, in the tails too.
/// </remarks>
internal static class Elementary
{
    // Adding and subtracting 1.5·2²³ rounds to a whole number.
    private const float Rounder = 12582912;
    private const float Log2OfE = 1.44269504f, Ln2High = 0.693145752f, Ln2Low = 1.42860677e-6f;

    // Beyond these the results are 0 and infinity; between them 2ⁿ stays inside what Scale takes.
    private const float Lowest = -110, Highest = 110;

    /// <summary>eˣ.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Exp<T>(T x) where T : struct, ISimdLane<T>, ILane<T>
    {
        x = T.Min(T.Max(x, Lowest), Highest);
        T n = WholePowers(x);
        return T.Scale(1 + ExpM1OfRest(Rest(x, n)), n);
    }

    /// <summary>eˣ − 1, without the cancellation near 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T ExpM1<T>(T x) where T : struct, ISimdLane<T>, ILane<T>
    {
        T sign = SignOf(x);
        x = T.Min(T.Max(x, -60), Highest);
        T n = WholePowers(x);
        // 2ⁿ·(p + (1 − 2⁻ⁿ)) rather than 2ⁿ·p + (2ⁿ − 1): the latter overflows before the function does.
        T y = T.Scale(ExpM1OfRest(Rest(x, n)) + (1 - T.Scale(1, -n)), n);
        return T.Or(y, sign);
    }

    /// <summary>log(1 + x) for x ≥ 0, without the cancellation near 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Log1P<T>(T x) where T : struct, ISimdLane<T>, ILane<T>
    {
        T sum = 1 + x;
        T lost = x - (sum - 1);
        T n = T.Exponent(sum * 1.41421356f);
        T f = (T.Scale(sum, -n) - 1) + T.Scale(lost, -n);
        T y = T.Fma(n, Ln2High, T.Fma(f * f, LogTail(f), f) + n * Ln2Low);
        return T.IfPositive(x - float.MaxValue, x, y);
    }

    /// <summary>The hyperbolic tangent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Tanh<T>(T x) where T : struct, ISimdLane<T>, ILane<T>
    {
        // From 10 on it is 1 to the last bit.
        T z = ExpM1(2 * T.Min(T.Abs(x), 10));
        return T.Or(z / (z + 2), SignOf(x));
    }

    /// <summary>1/(1 + e⁻ˣ), accurate in its left tail.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sigmoid<T>(T x) where T : struct, ISimdLane<T>, ILane<T>
    {
        T e = Exp(-T.Abs(x));
        return T.IfPositive(x, 1, e) / (1 + e);
    }

    /// <summary>The standard normal distribution function, accurate in its left tail.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T NormalCdf<T>(T x) where T : struct, ISimdLane<T>, ILane<T>
    {
        T distance = T.Min(T.Abs(x), NormalEnd);
        T tail = Gaussian(distance, TailRatio(distance));
        return T.IfPositive(x, 1 - tail, tail);
    }

    /// <summary>The standard normal density.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T NormalDensity<T>(T x) where T : struct, ISimdLane<T>, ILane<T>
        => Gaussian(T.Min(T.Abs(x), NormalEnd), 0.39894228f);

    // The density and the left tail are 0 from here on.
    private const float NormalEnd = 14.6f;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T SignOf<T>(T x) where T : struct, ISimdLane<T>, ILane<T> => T.And(x, -0f);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T WholePowers<T>(T x) where T : struct, ISimdLane<T>, ILane<T> => T.Fma(x, Log2OfE, Rounder) - Rounder;

    // n·Ln2High is exact, because Ln2High has 15 bits.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Rest<T>(T x, T n) where T : struct, ISimdLane<T>, ILane<T> => T.Fma(n, -Ln2Low, T.Fma(n, -Ln2High, x));

    // Minimax on |r| ≤ ln 2 / 2, relative error 1e-9.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T ExpM1OfRest<T>(T r) where T : struct, ISimdLane<T>, ILane<T>
    {
        T p = T.Fma(1.378250541165471e-3f, r, 8.368674665689468e-3f);
        p = T.Fma(p, r, 4.166896268725395e-2f);
        p = T.Fma(p, r, 0.1666652113199234f);
        p = T.Fma(p, r, 0.49999991059303284f);
        return T.Fma(r * r, p, r);
    }

    // (log(1 + f) − f)/f² on [√½ − 1, √2 − 1]; iterated least squares on Chebyshev nodes, relative error of the log 6e-9.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T LogTail<T>(T f) where T : struct, ISimdLane<T>, ILane<T>
    {
        T p = T.Fma(-0.0763381404674222f, f, 0.12761179977741832f);
        p = T.Fma(p, f, -0.13160246971929962f);
        p = T.Fma(p, f, 0.1420181378178306f);
        p = T.Fma(p, f, -0.16623356134071673f);
        p = T.Fma(p, f, 0.20001224705603074f);
        p = T.Fma(p, f, -0.2500082106353225f);
        p = T.Fma(p, f, 0.3333333172600486f);
        return T.Fma(p, f, -0.5f);
    }

    // Φ(−a)·e^(a²/2) on [0, 15] is P(q)/(a + 2.5) with q = (a − 2.5)/(a + 2.5): iterated least squares on Chebyshev nodes of
    // q, relative error 6e-9. The division takes out most of the slope, so that P rounds little.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T TailRatio<T>(T a) where T : struct, ISimdLane<T>, ILane<T>
    {
        T sum = a + 2.5f;
        T u = 1 / sum;
        // One step of Newton's, with what the sum rounded off: everything below leans on u.
        u = T.Fma(u, T.Fma(-u, sum, 1) - u * (a - (sum - 2.5f)), u);
        T q = (a - 2.5f) * u;
        T p = T.Fma(-2.16930805715553e-05f, q, -0.00018745407742708147f);
        p = T.Fma(p, q, -0.0002907384654771495f);
        p = T.Fma(p, q, 0.0007204361446807424f);
        p = T.Fma(p, q, 0.002517928720441957f);
        p = T.Fma(p, q, -0.0016155590004594401f);
        p = T.Fma(p, q, -0.016385673040401026f);
        p = T.Fma(p, q, 0.009238127960092489f);
        p = T.Fma(p, q, 0.13198696950857605f);
        p = T.Fma(p, q, -0.4336921050474878f);
        return T.Fma(p, q, 0.7066566601378331f) * u;
    }

    // scale·e^(−a²/2). What squaring rounds off is given back to the exponent: at 10 it would cost 25 units in the last place.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Gaussian<T>(T a, T scale) where T : struct, ISimdLane<T>, ILane<T>
    {
        T square = a * a;
        T lost = T.Fma(a, a, -square);
        T x = -0.5f * square;
        T n = WholePowers(x);
        return T.Scale(scale * (1 + ExpM1OfRest(T.Fma(-0.5f, lost, Rest(x, n)))), n);
    }
}
