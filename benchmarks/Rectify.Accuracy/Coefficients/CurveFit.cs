using System.Runtime.Intrinsics;
using Rectify.Kernels;

namespace Rectify.Accuracy;

/// <summary>The table of a curve: a polynomial in each of its pieces, fitted to its formula in double precision.</summary>
internal static class CurveFit
{
    // Centres are tried until the value there and, where it counts, the slope are as good as single-precision numbers: then they
    // need no low part.
    private const int Tries = 60_000;
    private const double GoodEnough = 0.005, SlopeImportance = 0.5;

    /// <summary>How far a centre may be from the middle, as a share of the piece.</summary>
    private const double MostMoved = 0.02;

    /// <summary>What of the largest value in a piece counts as near a zero of the function, where only the difference matters.</summary>
    private const double NearZero = 0.05;

    /// <summary>The rows of the table: centres, values there, then coefficients of powers from 1 on.</summary>
    public static float[][] Rows<TCurve>() where TCurve : struct, ICurve
    {
        float[][] rows = [.. Enumerable.Range(0, TCurve.Degree + 2).Select(_ => new float[ICurve.PieceCount])];
        int first = (int)Math.Round(Place<TCurve>(TCurve.Start)), last = (int)Math.Round(Place<TCurve>(TCurve.End));
        Parallel.For(first, last + 1, number =>
        {
            double low = Math.Max(TCurve.Start, WherePlaceIs<TCurve>(number - 0.5));
            double high = Math.Min(TCurve.End, WherePlaceIs<TCurve>(number + 0.5));
            float[] column = Column<TCurve>(low, high);
            for (int row = 0; row < rows.Length; row++) { rows[row][number & (ICurve.PieceCount - 1)] = column[row]; }
        });
        return rows;
    }

    private static float[] Column<TCurve>(double low, double high) where TCurve : struct, ICurve
    {
        bool isZeroAtLow = Value<TCurve>(low) == 0;

        // A piece has no say at its very ends, where a formula may have its own pieces.
        double inset = 1e-6 * (high - low);
        (low, high) = (low + inset, high - inset);
        double lowValue = Value<TCurve>(low), highValue = Value<TCurve>(high), largest = Math.Max(Math.Abs(lowValue), Math.Abs(highValue));
        bool crosses = lowValue * highValue < 0;
        double middle = isZeroAtLow ? low - inset
            : crosses ? Bisect(low, high, x => Value<TCurve>(x) * lowValue > 0)
            : (low + high) / 2;

        double grid = UnitOf(Math.Max(Math.Abs(low), Math.Abs(high))), quantum = crosses ? 2 * UnitOf(largest) : 0;
        (float centre, float value, float slope) = Centre<TCurve>(middle, high - low, grid, quantum);
        return
        [
            centre,
            value,
            .. Fit.Polynomial(
                t => (Value<TCurve>(centre + t) - value) / t,
                t => t / Math.Max(Math.Abs(Value<TCurve>(centre + t)), NearZero * largest),
                TCurve.Degree - 1,
                low - centre,
                high - centre,
                TCurve.CarriedSums > 0 ? [slope] : []),
        ];
    }

    /// <summary>A centre near the middle where the function and, where it counts, its slope are nearly single-precision numbers.</summary>
    /// <param name="middle">Where to begin.</param>
    /// <param name="width">The width of the piece.</param>
    /// <param name="grid">What a centre must be a multiple of, so that the distance from it is exact.</param>
    /// <param name="quantum">What the value must be a multiple of, so that sums with it are exact; 0 for any.</param>
    private static (float Centre, float Value, float Slope) Centre<TCurve>(double middle, double width, double grid, double quantum)
        where TCurve : struct, ICurve
    {
        double step = grid * Math.Max(1, Math.Round(2 * MostMoved * width / Tries / grid)), least = double.PositiveInfinity;
        (float, float, float) best = default;
        for (int i = 0; i < Tries && least > GoodEnough && (i + 1) / 2 * step <= MostMoved * width; i++)
        {
            double centre = Math.Round(middle / grid) * grid + (i % 2 == 0 ? i / 2 : -(i + 1) / 2) * step;
            double exact = Value<TCurve>(centre);
            double unit = Math.Max(UnitOf(exact), quantum), value = Math.Round(exact / unit) * unit;
            double error = Math.Abs(exact - value) / unit, slopeError = 0, slope = 0;
            if ((float)centre != centre || error > least) { continue; }
            if (TCurve.CarriedSums > 0)
            {
                slope = Slope<TCurve>(centre);
                slopeError = Precise.Ulps((float)slope, slope);
            }
            double all = error + SlopeImportance * slopeError;
            if (all < least) { (best, least) = (((float)centre, (float)value, (float)slope), all); }
        }
        return best;
    }

    /// <summary>The unit in the last place of a single-precision number of that size.</summary>
    private static double UnitOf(double value) => value == 0 ? float.Epsilon : Math.Pow(2, Math.Floor(Math.Log2(Math.Abs(value))) - 23);

    private static double Value<TCurve>(double x) where TCurve : struct, ICurve
        => TCurve.Formula(new Doubles(Vector256.Create(x))).Values[0];

    /// <summary>The derivative by differences of eighth order (Fornberg 1988).</summary>
    private static double Slope<TCurve>(double x) where TCurve : struct, ICurve
    {
        const double Step = 0.01;
        double Difference(int steps) => Value<TCurve>(x + steps * Step) - Value<TCurve>(x - steps * Step);
        return (4 / 5.0 * Difference(1) - 1 / 5.0 * Difference(2) + 4 / 105.0 * Difference(3) - 1 / 280.0 * Difference(4)) / Step;
    }

    private static double Place<TCurve>(double x) where TCurve : struct, ICurve
        => TCurve.Place(new Doubles(Vector256.Create(x)), 0).Values[0];

    private static double WherePlaceIs<TCurve>(double place) where TCurve : struct, ICurve
        => Bisect(TCurve.Start - 1, TCurve.End + 1, x => Place<TCurve>(x) < place);

    /// <summary>Where a condition ends that holds at low and not at high.</summary>
    private static double Bisect(double low, double high, Func<double, bool> isBelow)
    {
        for (int i = 0; i < 60; i++)
        {
            double middle = (low + high) / 2;
            if (isBelow(middle)) { low = middle; }
            else { high = middle; }
        }
        return low;
    }
}
