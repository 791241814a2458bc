namespace Rectify.Accuracy;

/// <summary>The elementary functions in double precision, to about 1e-14: what single precision is judged by.</summary>
internal static class Precise
{
    // Kahan: the rounding of eˣ cancels between numerator and denominator.
    public static double ExpM1(double x)
    {
        double u = Math.Exp(x), shifted = u - 1;
        return u == 1 ? x : shifted == -1 ? -1 : double.IsInfinity(u) ? u : shifted * x / Math.Log(u);
    }

    public static double Log1P(double x)
    {
        double u = 1 + x;
        return u == 1 || double.IsInfinity(u) ? x : Math.Log(u) * x / (u - 1);
    }

    public static double Sigmoid(double x) => x > 0 ? 1 / (1 + Math.Exp(-x)) : Math.Exp(x) / (1 + Math.Exp(x));

    public static double Tanh(double x)
    {
        double z = ExpM1(2 * Math.Min(Math.Abs(x), 20));
        return Math.CopySign(z / (z + 2), x);
    }

    public static double NormalDensity(double x) => Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);

    public static double NormalCdf(double x)
        => double.IsNaN(x) ? x : x > 0 ? 1 - LeftTail(x) : LeftTail(-x);

    /// <summary>Φ(−a)·e^(a²/2) for a ≥ 0: the tail without its fast decay.</summary>
    /// <remarks>
    /// Near 0 by ½ − φ(a)·Σ a^(2k+1)/(2k+1)!!, whose terms are all positive; farther out by Laplace's continued fraction.
    /// </remarks>
    public static double NormalTailRatio(double a)
    {
        if (a < 2.5)
        {
            double sum = 0, term = a;
            for (int k = 1; Math.Abs(term) > 1e-18 * Math.Abs(sum); k++)
            {
                sum += term;
                term *= a * a / (2 * k + 1);
            }
            return 0.5 * Math.Exp(a * a / 2) - OneOverRootOfTwoPi * sum;
        }

        double fraction = a;
        for (int k = 400; k >= 1; k--) { fraction = a + k / fraction; }
        return OneOverRootOfTwoPi / fraction;
    }

    /// <summary>How many units in the last place of the nearest float lie between the two.</summary>
    public static double Ulps(float actual, double expected)
    {
        if (float.IsNaN(actual) && double.IsNaN(expected)) { return 0; }
        if (float.IsNaN(actual) || double.IsNaN(expected)) { return double.PositiveInfinity; }

        if (float.IsInfinity(actual)) { return actual == (float)expected ? 0 : double.PositiveInfinity; }

        // The exponent is read from the bits, which is quick; below the smallest normal float units grow no smaller.
        long exponent = Math.Clamp((BitConverter.DoubleToInt64Bits(expected) >> 52) & 0x7ff, 1023 - 126, 1023 + 127);
        return Math.Abs(actual - expected) * BitConverter.Int64BitsToDouble((2046 + 23 - exponent) << 52);
    }

    private static double LeftTail(double a) => a > 40 ? 0 : NormalTailRatio(a) * Math.Exp(-a * a / 2);

    private const double OneOverRootOfTwoPi = 0.3989422804014327;
}
