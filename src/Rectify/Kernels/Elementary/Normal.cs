using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Rectify.Kernels;

/// <summary>The standard normal distribution over lanes.</summary>
internal static unsafe class Normal
{
    // What is left beyond, density and tail, is below half of the smallest denormal even when multiplied by it.
    private const float End = 14.9f;

    /// <summary>The distribution function, accurate in its left tail.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Cdf<T>(T x) where T : struct, ISimdLane<T>, ILane<T> => Piecewise.Ascent<NormalTail, T>(x);

    /// <summary>The density.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Density<T>(T x) where T : struct, ISimdLane<T>, ILane<T>
    {
        Decay<T> e = DecayOf(T.AtMost(T.Abs(x), End));
        return e.Scale((e.Mantissa * Pair<T>.Of(0.39894228040143267794)).Rounded);
    }

    /// <summary>Φ(−a)·e^(a²/2) as a pair, a in [0, 15): a polynomial in each of eight intervals.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T> TailRatio<T>(T a) where T : struct, ISimdLane<T>, ILane<T>
    {
        float* table = (float*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(Coefficients.NormalRatio));
        T place = T.ShiftRight((a + 1) * (a + 1), 23);
        T t = a - T.Pick(table, place), value = T.Pick(table + 8, place);
        T p = T.Fma(T.Pick(table + 64, place), t, T.Pick(table + 56, place));
        p = T.Fma(p, t, T.Pick(table + 48, place));
        p = T.Fma(p, t, T.Pick(table + 40, place));
        p = T.Fma(p, t, T.Pick(table + 32, place));
        p = T.Fma(p, t, T.Pick(table + 24, place));
        p = T.Fma(p, t, T.Pick(table + 16, place));
        T high = T.Fma(p, t, value);
        return new(high, T.Fma(p, t, value - high));
    }

    /// <summary>e^(−a²/2): what squaring rounds off is given to the exponent, at 10 it would cost 25 units in the last place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Decay<T> DecayOf<T>(T a) where T : struct, ISimdLane<T>, ILane<T>
        => Exponentials.DecayOf(0.5f * Pair<T>.Square(a));
}
