using System.Runtime.CompilerServices;

namespace Rectify.Kernels;

/// <summary>
/// A number as the sum of two: <see cref="High"/> is the number rounded, <see cref="Low"/> most of what rounding lost. A formula
/// over pairs reads as over numbers, and only its last step rounds.
/// </summary>
/// <remarks>
/// The error-free sums and products of Dekker, "A floating-point technique for extending the available precision" (1971), and Knuth, with a
/// fused multiply-add; low parts of low parts are dropped. About 45 bits of single-precision numbers.
/// </remarks>
/// <param name="high">The number, rounded.</param>
/// <param name="low">What is to be added.</param>
public readonly struct Pair<T>(T high, T low) where T : struct, ILane<T>
{
    /// <summary>The number, rounded.</summary>
    public T High { get; } = high;

    /// <summary>What rounding lost.</summary>
    public T Low { get; } = low;

    /// <summary>A constant of a formula, to twice the digits of a single-precision number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T> Of(double value) => new((float)value, (float)(value - (float)value));

    /// <summary>a², exactly.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T> Square(T a)
    {
        T high = a * a;
        return new(high, T.Fma(a, a, -high));
    }

    /// <summary>a + b, exactly, whichever is larger; NaN where either is infinite.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T> Sum(T a, T b)
    {
        T high = a + b, added = high - a;
        return new(high, (a - (high - added)) + (b - added));
    }

    /// <summary>The one number nearest to the pair.</summary>
    public T Rounded
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => High + Low;
    }

    /// <summary>The pair and a number that is small beside it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Pair<T> Plus(T small) => new(High, Low + small);

    /// <summary>Picks a pair where x &gt; 0 and another elsewhere.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T> IfPositive(T x, Pair<T> then, Pair<T> otherwise)
        => new(T.IfPositive(x, then.High, otherwise.High), T.IfPositive(x, then.Low, otherwise.Low));

    /// <summary>a + b where a is not smaller than b in size, or 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T> operator +(T a, Pair<T> b)
    {
        T high = a + b.High;
        return new(high, ((a - high) + b.High) + b.Low);
    }

    /// <summary>a − b where a is not smaller than b in size, or 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T> operator -(T a, Pair<T> b) => a + -b;

    /// <summary>The sum of two pairs, whichever is larger.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T> operator +(Pair<T> a, Pair<T> b)
    {
        Pair<T> sum = Sum(a.High, b.High);
        return new(sum.High, sum.Low + (a.Low + b.Low));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T> operator -(Pair<T> a) => new(-a.High, -a.Low);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T> operator *(T a, Pair<T> b)
    {
        T high = a * b.High;
        return new(high, T.Fma(a, b.Low, T.Fma(a, b.High, -high)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T> operator *(Pair<T> a, Pair<T> b)
    {
        T high = a.High * b.High;
        return new(high, T.Fma(a.Low, b.High, T.Fma(a.High, b.Low, T.Fma(a.High, b.High, -high))));
    }

    /// <summary>The quotient: one division, then what its remainder adds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T> operator /(Pair<T> a, Pair<T> b)
    {
        T reciprocal = 1 / b.High, high = a.High * reciprocal;
        T remainder = T.Fma(-high, b.High, a.High) + T.Fma(-high, b.Low, a.Low);
        return new(high, remainder * reciprocal);
    }

    /// <summary>The quotient by a constant, whose reciprocal the compiler knows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T> operator /(Pair<T> a, float b)
    {
        T high = a.High * (1 / b);
        return new(high, (T.Fma(-high, b, a.High) + a.Low) * (1 / b));
    }
}
