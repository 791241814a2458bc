namespace Rectify.Accuracy;

/// <summary>The slowly falling part of the normal distribution's tail, Φ(−a)·e^(a²/2), in pieces.</summary>
internal static class NormalRatio
{
    private const int Intervals = 8, Degree = 7;

    // Centres are tried until the value there is as good as a single-precision number: then it needs no low part.
    private const int Tries = 4000;
    private const double GoodEnough = 0.002;

    /// <summary>The rows of the table: centres, values there, then coefficients of powers 1 to <see cref="Degree"/>.</summary>
    public static float[][] Rows()
    {
        float[][] rows = [.. Enumerable.Range(0, Degree + 2).Select(_ => new float[Intervals])];
        for (int interval = 0; interval < Intervals; interval++)
        {
            // One interval to each power of 2 of (a + 1)², the low three bits of whose exponent are the place in the table.
            double start = Math.Pow(2, interval / 2.0), end = Math.Pow(2, (interval + 1) / 2.0);
            int place = (127 + interval) & (Intervals - 1);
            (float centre, float value) = Centre((start + end) / 2 - 1);
            float[] slope = Fit.Polynomial(
                t => (Ratio(centre + t) - value) / t, t => t / Ratio(centre + t), Degree - 1, start - 1 - centre, end - 1 - centre);
            rows[0][place] = centre;
            rows[1][place] = value;
            for (int i = 0; i < slope.Length; i++) { rows[i + 2][place] = slope[i]; }
        }
        return rows;
    }

    private static double Ratio(double a) => Precise.NormalTailRatio(a);

    private static (float Centre, float Value) Centre(double middle)
    {
        float best = (float)middle;
        double least = double.PositiveInfinity;
        float candidate = best;
        for (int i = 0; i < Tries && least > GoodEnough; i++, candidate = MathF.BitIncrement(candidate))
        {
            double value = Ratio(candidate), error = Precise.Ulps((float)value, value);
            if (error < least) { (best, least) = (candidate, error); }
        }
        return (best, (float)Ratio(best));
    }
}
