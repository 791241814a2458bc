namespace Rectify.Comparisons;

/// <summary>
/// Student's t distribution with a whole number of degrees of freedom, by its finite series in θ = atan(t/√ν)
/// (Abramowitz and Stegun, Handbook of Mathematical Functions, 26.7.3 and 26.7.4).
/// </summary>
public static class StudentT
{
    // Enough to halve an angle down to the last bit of a double.
    private const int Halvings = 60;

    /// <summary>The probability that |T| is below <paramref name="t"/>.</summary>
    /// <param name="t">0 or more.</param>
    /// <param name="freedom">Degrees of freedom ν, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">One of them is less.</exception>
    public static double Within(double t, int freedom)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(t);
        ArgumentOutOfRangeException.ThrowIfLessThan(freedom, 1);
        return WithinAngle(Math.Atan(t / Math.Sqrt(freedom)), freedom);
    }

    /// <summary>The t that |T| is below with probability <paramref name="confidence"/>: 2.776 for 0.95 and 4 degrees of freedom.</summary>
    /// <param name="confidence">From 0 to below 1.</param>
    /// <param name="freedom">Degrees of freedom, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">One of them is not in its range.</exception>
    public static double Limit(double confidence, int freedom)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(confidence);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(confidence, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(freedom, 1);
        double low = 0, high = Math.PI / 2;
        for (int i = 0; i < Halvings; i++)
        {
            double middle = (low + high) / 2;
            if (WithinAngle(middle, freedom) < confidence) { low = middle; }
            else { high = middle; }
        }
        return Math.Sqrt(freedom) * Math.Tan((low + high) / 2);
    }

    private static double WithinAngle(double angle, int freedom)
    {
        (double sine, double cosine) = Math.SinCos(angle);
        bool isOdd = freedom % 2 == 1;

        // Each term is the one before, times cos² and a quotient of neighbours: (k + 1)/(k + 2).
        double term = isOdd ? cosine : 1, sum = 0;
        for (int power = isOdd ? 1 : 0; power <= freedom - 2; power += 2)
        {
            sum += term;
            term *= cosine * cosine * (power + 1) / (power + 2);
        }
        return isOdd ? 2 / Math.PI * (angle + sine * sum) : sine * sum;
    }
}
