using System.Runtime.CompilerServices;

namespace Rectify.Kernels;

/// <summary>
/// A function near the centre of a piece: start + t·(slope + t·bend), where start and slope are good to much more than a float.
/// </summary>
/// <param name="t">How far from the centre.</param>
/// <param name="start">The function at the centre.</param>
/// <param name="slope">Its derivative there.</param>
/// <param name="bend">The rest of the polynomial, without the factor t².</param>
/// <param name="bendLost">What its last sum lost, where the curve carries that on.</param>
internal readonly struct Piece<T>(T t, T start, T slope, T bend, T bendLost) where T : struct, ILane<T>
{
    private readonly T _t = t, _start = start, _slope = slope, _bend = bend, _bendLost = bendLost;

    /// <summary>The function, rounded.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Rounded<TCurve>() where TCurve : struct, ICurve
        => TCurve.CarriedSums > 0 ? Parts<TCurve>().Rounded : T.Fma(T.Fma(_bend, _t, _slope), _t, _start);

    /// <summary>The function as a pair.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Pair<T> Parts<TCurve>() where TCurve : struct, ICurve
    {
        T p = T.Fma(_bend, _t, _slope), lost = T.Fma(_bend, _t, _slope - p);
        if (TCurve.CarriedSums > 1) { lost = T.Fma(_bendLost, _t, lost); }

        if (TCurve.FallsFar)
        {
            // Dekker's sum of the start and the rounded rise, which is exact even where little is left of both.
            T rise = p * _t, sum = _start + rise;
            return new(sum, (rise - (sum - _start)) + T.Fma(lost, _t, T.Fma(p, _t, -rise)));
        }

        T high = T.Fma(p, _t, _start), low = T.Fma(p, _t, _start - high);
        return new(high, TCurve.CarriedSums > 0 ? T.Fma(lost, _t, low) : low);
    }

    /// <summary>The function, or where it starts below a number, what it rises by and the number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T From(T number) => T.Fma(T.Fma(_bend, _t, _slope), _t, T.AtLeast(_start, number));
}
