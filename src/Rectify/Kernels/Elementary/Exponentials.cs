using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using static Rectify.Kernels.Coefficients;

namespace Rectify.Kernels;

/// <summary>eˣ and what is made of it, over lanes.</summary>
/// <remarks>
/// x = (8n + j)·ln 2/8 + r with |r| ≤ ln 2/16, and eˣ = 2ⁿ·2^(j/8)·eʳ (Tang 1989): the eight powers are picked by a permutation
/// within a register, and what the polynomial of r adds is so small that its rounding hardly shows.
/// </remarks>
internal static unsafe class Exponentials
{
    // Adding and subtracting 1.5·2²³ rounds to a whole number, which the low bits of the sum then hold.
    private const float Rounder = 12582912, Log2OfE = 1.44269504f, Ln2High = 0.693145752f, Ln2Low = 1.42860677e-6f;

    // Thirteen bits, so that (8n + j)·EighthHigh is exact.
    private const float EighthHigh = 0.0866394043f, EighthLow = (float)(0.086643397569993164 - EighthHigh);

    // Times the largest factor met, 110, e to minus this is below half of the smallest denormal.
    private const float Farthest = 110;

    /// <summary>eˣ; 0 below −104, infinite above 88.7.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Exp<T>(T x) where T : struct, ISimdLane<T>, ILane<T>
    {
        x = T.AtMost(T.AtLeast(x, -Farthest), Farthest);
        T eighths = T.Fma(x, 8 * Log2OfE, Rounder);
        return T.Scale(Mantissa(x, 0, eighths, Rounder).Rounded, T.Floor((eighths - Rounder) * 0.125f));
    }

    /// <summary>e^−(High + Low) in parts, High ≥ 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Decay<T> DecayOf<T>(Pair<T> a) where T : struct, ISimdLane<T>, ILane<T>
    {
        const float Base = Rounder + 8 * Decay<T>.ExcessPower;
        T x = -T.AtMost(a.High, Farthest), eighths = T.Fma(x, 8 * Log2OfE, Base);
        return new(Mantissa(x, -a.Low, eighths, Base), T.PowerOfEighths(eighths));
    }

    /// <summary>eˣ − 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T ExpM1<T>(T x) where T : struct, ISimdLane<T>, ILane<T>
    {
        // Half of it on the right, or 2ⁿ overflows where eˣ − 1 does not yet; but not near 0, where halving would round a denormal.
        T right = T.AtMost(x, 89), eighths = T.Fma(right, 8 * Log2OfE, Rounder), half = T.PowerOfEighths(eighths - 8);
        Pair<T> e = Mantissa(right, 0, eighths, Rounder);
        T most = half * e.High, high = most - 0.5f, low = T.Fma(half, e.Low, (most - high) - 0.5f);
        return T.IfPositive(x - 0.25f, 2 * (high + low), T.Or(ExpM1Parts(x).Rounded, T.And(x, -0f)));
    }

    /// <summary>eˣ − 1 as a pair, x below ½·ln 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T> ExpM1Parts<T>(T x) where T : struct, ISimdLane<T>, ILane<T>
    {
        // From here on it is −1 to whatever a sum with 1 or more can show.
        T stopped = T.AtLeast(x, -20), rounded = T.Fma(stopped, Log2OfE, Rounder);
        return Less(stopped, rounded - Rounder, T.PowerOfTwo(rounded));
    }

    /// <summary>power·e to the (x − n·ln 2), less 1.</summary>
    /// <remarks>
    /// Without the table, so that nothing is rounded near 0 before one is taken away: eʳ − 1 = r + r²·p(r) (Cody and Waite 1980), to
    /// which power − 1 is added. What the last two sums lose is the low part.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Pair<T> Less<T>(T x, T n, T power) where T : struct, ISimdLane<T>, ILane<T>
    {
        // n·Ln2High is exact, because Ln2High has 15 bits.
        T r = T.Fma(n, -Ln2Low, T.Fma(n, -Ln2High, x)), square = r * r;

        // Even and odd powers apart, which shortens the chain that a processor waits for.
        T high = T.Fma(T.Fma(ExpM14, r, ExpM13), square, T.Fma(ExpM12, r, ExpM11)), p = T.Fma(high, r, ExpM10);
        T rise = T.Fma(p, square, r), lost = T.Fma(p, square, r - rise), start = power - 1, sum = T.Fma(power, rise, start);
        return new(sum, T.Fma(power, lost, T.Fma(power, rise, start - sum)));
    }

    /// <summary>2^(j/8)·eʳ as a sum whose low part is up to 0.05 of it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Pair<T> Mantissa<T>(T x, T low, T eighths, float rounder) where T : struct, ISimdLane<T>, ILane<T>
    {
        float* table = (float*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(PowersOfEighths));
        T power = T.Pick(table, eighths), lost = T.Pick(table + 8, eighths), n = eighths - rounder;
        T r = T.Fma(n, -EighthHigh, x) + T.Fma(n, -EighthLow, low), square = r * r;
        T p = T.Fma(T.Fma(T.Fma(Exp2, r, Exp1), r, Exp0), square, r);
        return new(power, T.Fma(power, p, lost));
    }
}
