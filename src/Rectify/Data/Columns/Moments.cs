namespace Rectify.Data;

/// <summary>Ends, mean and standard deviation of numbers, added in double precision in their order.</summary>
internal readonly record struct Moments(double Minimum, double Mean, double Maximum, double Deviation)
{
    /// <param name="values">Finite numbers, at least one. The deviation divides by their count, not by one less.</param>
    public static Moments Of(ReadOnlySpan<double> values)
    {
        (double minimum, double maximum, double sum) = (double.PositiveInfinity, double.NegativeInfinity, 0);
        foreach (double value in values)
        {
            (minimum, maximum) = (Math.Min(minimum, value), Math.Max(maximum, value));
            sum += value;
        }

        // Twice over the numbers: the one-pass formula loses everything where the mean is far larger than the spread.
        double mean = sum / values.Length, squares = 0;
        foreach (double value in values) { squares += (value - mean) * (value - mean); }
        return new(minimum, mean, maximum, Math.Sqrt(squares / values.Length));
    }
}
