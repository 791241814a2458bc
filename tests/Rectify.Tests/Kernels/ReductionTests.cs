using Rectify.Kernels;

namespace Rectify.Tests.Kernels;

public sealed class ReductionTests
{
    [Theory]
    [InlineData(0), InlineData(1), InlineData(15), InlineData(16), InlineData(17), InlineData(40), InlineData(4096), InlineData(10_001)]
    public void Sums_are_the_same_bits_at_every_width(int length)
    {
        float[] x = new float[length];
        new Philox(3, RandomPurpose.Probe).FillNormal(x);
        foreach (int width in (int[])[4, 8, 16])
        {
            Assert.Equal(Reduction.Sum(x, 1), Reduction.Sum(x, width));
            Assert.Equal(Reduction.SumOfSquares(x, 1), Reduction.SumOfSquares(x, width));
        }
        Assert.Equal(x.Sum(i => (double)i), Reduction.Sum(x), 2e-6 * length + 1e-6);
        Assert.Equal(x.Sum(i => (double)i * i), Reduction.SumOfSquares(x), 1e-6 * length + 1e-6);
    }

    [Fact]
    public void A_NaN_is_not_lost()
    {
        float[] x = new float[100];
        x[99] = float.NaN;
        Assert.Equal(double.NaN, Reduction.Sum(x));
    }
}
