namespace Rectify.Comparisons;

/// <summary>A mean, and between which numbers the true one lies by Student's t.</summary>
/// <param name="Mean">Of what was seen.</param>
/// <param name="Low">The lower end.</param>
/// <param name="High">The upper end.</param>
public readonly record struct Interval(double Mean, double Low, double High)
{
    /// <summary>Whether it lies on one side of 0.</summary>
    public bool ExcludesZero => Low > 0 || High < 0;

    /// <summary>Of the mean of some numbers, taken for independent and normal.</summary>
    /// <param name="values">At least two.</param>
    /// <param name="confidence">How often such an interval covers the true mean.</param>
    /// <param name="leastDeviation">What their standard deviation is taken to be at least.</param>
    /// <exception cref="ArgumentException">There are fewer than two.</exception>
    public static Interval OfMean(IReadOnlyList<double> values, double confidence = 0.95, double leastDeviation = 0)
    {
        ArgumentNullException.ThrowIfNull(values);
        double mean = MeanOf(values), error = DeviationOf(values, leastDeviation) / Math.Sqrt(values.Count);
        double half = StudentT.Limit(confidence, values.Count - 1) * error;
        return new(mean, mean - half, mean + half);
    }

    internal static double MeanOf(IReadOnlyList<double> values) => values.Average();

    /// <summary>The standard deviation, with n − 1.</summary>
    internal static double DeviationOf(IReadOnlyList<double> values, double least)
    {
        if (values.Count < 2) { throw new ArgumentException("One number says nothing of chance: give two or more.", nameof(values)); }
        double mean = MeanOf(values);
        return Math.Max(Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (values.Count - 1)), least);
    }
}
