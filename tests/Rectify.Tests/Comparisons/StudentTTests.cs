using Rectify.Comparisons;

namespace Rectify.Tests.Comparisons;

public sealed class StudentTTests
{
    /// <summary>As printed in tables of Student's t (two-sided).</summary>
    [Theory]
    [InlineData(0.95, 1, 12.706)]
    [InlineData(0.95, 2, 4.303)]
    [InlineData(0.95, 4, 2.776)]
    [InlineData(0.99, 5, 4.032)]
    [InlineData(0.95, 9, 2.262)]
    [InlineData(0.999, 10, 4.587)]
    [InlineData(0.90, 30, 1.697)]
    [InlineData(0.95, 1000, 1.962)]
    public void Limits_are_those_of_printed_tables(double confidence, int freedom, double expected)
    {
        double limit = StudentT.Limit(confidence, freedom);
        Assert.Equal(expected, limit, tolerance: 0.0005);
        Assert.Equal(confidence, StudentT.Within(limit, freedom), tolerance: 1e-12);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(8)]
    public void The_series_is_the_integral_of_the_density(int freedom)
    {
        // Simpson's rule; the density is scaled by its own integral, far out to the right.
        double Density(double t) => Math.Pow(1 + t * t / freedom, -(freedom + 1) / 2.0);
        double Integral(double from, double to)
        {
            const int Parts = 200_000;
            double step = (to - from) / Parts, sum = Density(from) + Density(to);
            for (int i = 1; i < Parts; i++) { sum += (i % 2 == 1 ? 4 : 2) * Density(from + i * step); }
            return sum * step / 3;
        }
        double tail = Math.Pow(freedom, (freedom + 1) / 2.0) * Math.Pow(1000, -freedom) / freedom;
        Assert.Equal(Integral(0, 1.5) / (Integral(0, 1000) + tail), StudentT.Within(1.5, freedom), tolerance: 1e-6);
    }

    [Fact]
    public void What_is_out_of_range_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => StudentT.Limit(1, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => StudentT.Limit(0.9, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => StudentT.Within(-1, 3));
    }
}
