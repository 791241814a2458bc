using System.Runtime.CompilerServices;

namespace Rectify.Kernels;

/// <summary>Curves over lanes of single-precision numbers.</summary>
/// <remarks>
/// A register without a number beyond the curve's end, as most are, is spared what is computed there. No bit of a number depends on its
/// neighbours: where one lies beyond, both are computed for all, and each takes its own.
/// </remarks>
internal static unsafe class Piecewise
{
    // Adding 1.5·2²³ rounds to a whole number, which the low bits of the sum then hold.
    private const float Rounder = 12582912;

    // Times what is left of any curve here, that is below half of the smallest denormal.
    private const float Farthest = 110;

    /// <summary>f(x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Curve<TCurve, T>(T x) where TCurve : struct, ICurve where T : struct, ISimdLane<T>, ILane<T>
        => T.AnyLess(TCurve.End, x) ? BeyondCurve<TCurve, T>(x) : Within<TCurve, T>(x);

    /// <summary>max(x, 0) + f(|x|) as a pair.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Pair<T> Smoothed<TCurve, T>(T x) where TCurve : struct, ICurve where T : struct, ISimdLane<T>, ILane<T>
        => T.AnyLess(TCurve.End, T.Abs(x)) ? BeyondSmoothed<TCurve, T>(x) : WithinSmoothed<TCurve, T>(x);

    /// <summary>x·f(−x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T WeighedCurve<TCurve, T>(T x) where TCurve : struct, ICurve where T : struct, ISimdLane<T>, ILane<T>
        => T.AnyLess(x, -TCurve.End) ? BeyondWeighedCurve<TCurve, T>(x) : WithinWeighedCurve<TCurve, T>(x);

    /// <summary>f(|x|) where x is not positive, and 1 − f(|x|) where it is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Ascent<TCurve, T>(T x) where TCurve : struct, ICurve where T : struct, ISimdLane<T>, ILane<T>
        => T.AnyLess(TCurve.End, T.Abs(x)) ? BeyondAscent<TCurve, T>(x) : Ascent(x, Within<TCurve, T>(T.Abs(x)));

    /// <summary>x times that.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T WeighedAscent<TCurve, T>(T x) where TCurve : struct, ICurve where T : struct, ISimdLane<T>, ILane<T>
        => T.AnyLess(TCurve.End, T.Abs(x)) ? BeyondWeighedAscent<TCurve, T>(x) : WithinWeighedAscent<TCurve, T>(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Within<TCurve, T>(T x) where TCurve : struct, ICurve where T : struct, ISimdLane<T>, ILane<T>
        => PieceOf<TCurve, T>(Stopped<TCurve, T>(x)).Rounded<TCurve>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Ascent<T>(T x, T tail) where T : struct, ISimdLane<T>, ILane<T> => T.IfPositive(x, 1 - tail, tail);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Pair<T> WithinSmoothed<TCurve, T>(T x) where TCurve : struct, ICurve where T : struct, ISimdLane<T>, ILane<T>
    {
        Pair<T> more = PieceOf<TCurve, T>(T.Abs(x)).Parts<TCurve>(), sum = Pair<T>.Sum(T.AtLeast(x, 0), more.High);
        return sum.Plus(more.Low);
    }

    // Where the weight is 1, an infinite x times what is left would be NaN. A sum of zeros would lose the sign of x.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T WithinWeighedCurve<TCurve, T>(T x) where TCurve : struct, ICurve where T : struct, ISimdLane<T>, ILane<T>
    {
        Pair<T> weight = PieceOf<TCurve, T>(Stopped<TCurve, T>(-x)).Parts<TCurve>();
        return T.Or(T.Fma(x, weight.High, T.AtMost(x, float.MaxValue) * weight.Low), T.And(x, -0f));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T WithinWeighedAscent<TCurve, T>(T x) where TCurve : struct, ICurve where T : struct, ISimdLane<T>, ILane<T>
    {
        Pair<T> tail = PieceOf<TCurve, T>(T.Abs(x)).Parts<TCurve>();
        T rest = 1 - tail.High;
        Pair<T> weight = Pair<T>.IfPositive(x, new(rest, ((1 - rest) - tail.High) - tail.Low), tail);
        return T.Or(T.Fma(x, weight.High, x * weight.Low), T.And(x, -0f));
    }

    // Calls, and of all that is left to do: so the loops that make them keep nothing in memory meanwhile.
    [MethodImpl(Compiled.Alone)]
    private static T BeyondCurve<TCurve, T>(T x) where TCurve : struct, ICurve where T : struct, ISimdLane<T>, ILane<T>
        => T.IfPositive(x - TCurve.End, TCurve.Beyond(x).Rounded * (1 / Decay<T>.Excess), Within<TCurve, T>(x));

    [MethodImpl(Compiled.Alone)]
    private static T BeyondAscent<TCurve, T>(T x) where TCurve : struct, ICurve where T : struct, ISimdLane<T>, ILane<T>
        => Ascent(x, BeyondCurve<TCurve, T>(T.Abs(x)));

    // Far on the right what is added does not show, even beside an infinite x.
    [MethodImpl(Compiled.Alone)]
    private static Pair<T> BeyondSmoothed<TCurve, T>(T x) where TCurve : struct, ICurve where T : struct, ISimdLane<T>, ILane<T>
    {
        T a = T.Abs(x), more = TCurve.Beyond(a).Rounded * (1 / Decay<T>.Excess), positive = T.AtLeast(x, 0);
        Pair<T> far = new(positive, T.AtMost(more, T.IfPositive(a - Farthest, 0, more)));
        return Pair<T>.IfPositive(a - TCurve.End, far, WithinSmoothed<TCurve, T>(x));
    }

    [MethodImpl(Compiled.Alone)]
    private static T BeyondWeighedCurve<TCurve, T>(T x) where TCurve : struct, ICurve where T : struct, ISimdLane<T>, ILane<T>
        => T.IfPositive(-TCurve.End - x, Faded(x, TCurve.Beyond(-x)), WithinWeighedCurve<TCurve, T>(x));

    [MethodImpl(Compiled.Alone)]
    private static T BeyondWeighedAscent<TCurve, T>(T x) where TCurve : struct, ICurve where T : struct, ISimdLane<T>, ILane<T>
    {
        T a = T.Abs(x);
        Pair<T> tail = TCurve.Beyond(a);
        T right = T.Fma(T.AtMost(a, Farthest), -(tail.Rounded * (1 / Decay<T>.Excess)), x);
        return T.IfPositive(a - TCurve.End, T.IfPositive(x, right, Faded(x, tail)), WithinWeighedAscent<TCurve, T>(x));
    }

    /// <summary>x times what fades, which is 2⁶⁴ times too large, rounded once however small.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Faded<T>(T x, Pair<T> raised) where T : struct, ISimdLane<T>, ILane<T>
    {
        T stopped = T.AtLeast(x, -Farthest);
        return T.Fma(stopped, raised.High, stopped * raised.Low) * (1 / Decay<T>.Excess);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Stopped<TCurve, T>(T x) where TCurve : struct, ICurve where T : struct, ISimdLane<T>, ILane<T>
        => TCurve.Start < 0 ? T.AtLeast(x, TCurve.Start) : x;

    /// <summary>The polynomial of the piece that x lies in; of any piece, where it lies beyond the end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Piece<T> PieceOf<TCurve, T>(T x) where TCurve : struct, ICurve where T : struct, ISimdLane<T>, ILane<T>
    {
        const int Size = ICurve.PieceCount;
        float* rows = CurveTables.Rows + TCurve.Table;
        T place = TCurve.Place(x, Rounder), t = x - T.PickOf16(rows, place), square = t * t;

        // High powers in pairs, which shortens the chain that a processor waits for; low ones one by one, which rounds less.
        T high = T.Fma(T.PickOf16(rows + 6 * Size, place), t, T.PickOf16(rows + 5 * Size, place));
        if (TCurve.Degree == 6) { high = T.Fma(T.PickOf16(rows + 7 * Size, place), square, high); }
        if (TCurve.Degree > 6)
        {
            T highest = T.Fma(T.PickOf16(rows + 8 * Size, place), t, T.PickOf16(rows + 7 * Size, place));
            if (TCurve.Degree == 8) { highest = T.Fma(T.PickOf16(rows + 9 * Size, place), square, highest); }
            if (TCurve.Degree == 9)
            {
                T last = T.Fma(T.PickOf16(rows + 10 * Size, place), t, T.PickOf16(rows + 9 * Size, place));
                highest = T.Fma(last, square, highest);
            }
            high = T.Fma(highest, square, high);
        }
        if (TCurve.CarriedSums == 0)
        {
            T low = T.Fma(T.PickOf16(rows + 4 * Size, place), t, T.PickOf16(rows + 3 * Size, place));
            return new(t, T.PickOf16(rows + Size, place), T.PickOf16(rows + 2 * Size, place), T.Fma(high, square, low), 0);
        }

        T third = T.Fma(high, t, T.PickOf16(rows + 4 * Size, place));
        T second = T.PickOf16(rows + 3 * Size, place), bend = T.Fma(third, t, second);
        return new(t, T.PickOf16(rows + Size, place), T.PickOf16(rows + 2 * Size, place), bend, T.Fma(third, t, second - bend));
    }
}
