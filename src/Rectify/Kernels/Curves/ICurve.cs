namespace Rectify.Kernels;

/// <summary>
/// A function of one number by its formula and, because that would take too long or cancel in single precision, by sixteen
/// polynomials fitted to it, one to each piece of an interval (<c>dotnet dev.cs coefficients</c>).
/// </summary>
/// <remarks>
/// Lanes of single precision pick the coefficients of each number's piece from a register; every other lane runs the formula, so that
/// the reference, the derivative and the fit are all of the same function.
/// </remarks>
internal interface ICurve
{
    /// <summary>How many pieces there are: as many single-precision numbers as the widest register holds.</summary>
    const int PieceCount = 16;

    /// <summary>The function.</summary>
    static abstract T Formula<T>(T x) where T : struct, ILane<T>;

    /// <summary>From where on it is fitted; below, it is taken to stay as it is here.</summary>
    static abstract float Start { get; }

    /// <summary>How far it is fitted.</summary>
    static abstract float End { get; }

    /// <summary>origin + how many pieces lie before x: rounded to a whole number, it tells the piece by its low four bits.</summary>
    static abstract T Place<T>(T x, float origin) where T : struct, ILane<T>;

    /// <summary>2⁶⁴ times the function beyond <see cref="End"/>, where few numbers lie and some are denormal.</summary>
    static abstract Pair<T> Beyond<T>(T x) where T : struct, ILane<T>;

    /// <summary>The degree of the polynomials, from 6 to 9.</summary>
    static abstract int Degree { get; }

    /// <summary>
    /// Of how many sums before the last of a polynomial what rounding lost is carried on: 0 where the function changes little within a
    /// piece, up to 2 where it changes by as much as it is.
    /// </summary>
    static virtual int CarriedSums => 0;

    /// <summary>Whether it falls to less than half within half a piece, or crosses 0.</summary>
    static virtual bool FallsFar => false;

    /// <summary>
    /// Where in <see cref="Coefficients.Curves"/> its rows of <see cref="PieceCount"/> begin: where a piece has its centre, the function
    /// there, coefficients of powers from 1 on.
    /// </summary>
    static abstract int Table { get; }
}
