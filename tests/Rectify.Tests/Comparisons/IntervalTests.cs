using Rectify.Comparisons;

namespace Rectify.Tests.Comparisons;

public sealed class IntervalTests
{
    [Fact]
    public void The_interval_of_a_mean_is_t_times_its_standard_error()
    {
        // Mean 3, deviation √2.5, error √0.5; t of 4 degrees is 2.776.
        Interval interval = Interval.OfMean([1, 2, 3, 4, 5]);
        Assert.Equal(3, interval.Mean, tolerance: 1e-12);
        Assert.Equal(3 - 2.7764 * Math.Sqrt(0.5), interval.Low, tolerance: 1e-4);
        Assert.Equal(3 + 2.7764 * Math.Sqrt(0.5), interval.High, tolerance: 1e-4);
        Assert.True(interval.ExcludesZero);
        Assert.Throws<ArgumentException>(() => Interval.OfMean([1]));
    }

    /// <summary>In 2000 samples of five normal numbers it should miss 100 times, give or take three deviations of 9.7.</summary>
    [Fact]
    public void It_covers_the_true_mean_in_95_of_100_samples()
    {
        Random random = new(1);
        double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        int missed = Enumerable.Range(0, 2000).Count(_ => Interval.OfMean([Normal(), Normal(), Normal(), Normal(), Normal()]).ExcludesZero);
        Assert.InRange(missed, 71, 129);
    }
}
