using Rectify.Kernels;

namespace Rectify.Tests.Kernels;

public sealed class ReductionTests
{
    [Theory]
    [InlineData(0), InlineData(1), InlineData(15), InlineData(16), InlineData(17), InlineData(40), InlineData(4096), InlineData(10_001)]
    public void Sums_run_over_blocks_of_4096_in_16_parts_whatever_the_width(int length)
    {
        float[] x = Numbers(length, seed: 3), y = Numbers(length, seed: 4);
        foreach (int width in (int[])[1, 4, 8, 16])
        {
            Assert.Equal(InParts(length, (sum, i) => sum + x[i]), Reduction.Sum(x, width));
            Assert.Equal(InParts(length, (sum, i) => MathF.FusedMultiplyAdd(x[i], x[i], sum)), Reduction.SumOfSquares(x, width));
        }
        Assert.Equal(InParts(length, (sum, i) => MathF.FusedMultiplyAdd(x[i], y[i], sum)), Reduction.SumOfProducts(x, y));
    }

    [Theory]
    [InlineData(0), InlineData(1), InlineData(15), InlineData(16), InlineData(17), InlineData(40), InlineData(4096), InlineData(10_001)]
    public void So_do_sums_of_distances_and_sizes(int length)
    {
        float[] x = Numbers(length, seed: 3), y = Numbers(length, seed: 4);
        double sum = InParts(length, (sum, i) => sum + (x[i] - 3)), magnitudes = InParts(length, (sum, i) => sum + MathF.Abs(x[i]));
        double squares = InParts(length, (sum, i) => MathF.FusedMultiplyAdd(x[i] - 3, x[i] - 3, sum));
        double differences = InParts(length, (sum, i) => MathF.FusedMultiplyAdd(x[i] - y[i], x[i] - y[i], sum));
        foreach (int width in (int[])[1, 4, 8, 16])
        {
            Assert.Equal((sum, squares), Reduction.SumsAbout(3, x, width));
            Assert.Equal(magnitudes, Reduction.SumOfMagnitudes(x, width));
            Assert.Equal(differences, Reduction.SumOfSquaredDifferences(x, y, width));
        }
    }

    [Theory]
    [InlineData(0), InlineData(1), InlineData(31), InlineData(4097)]
    public void Zeros_of_either_sign_are_counted_and_nothing_else(int length)
    {
        float[] one = [0, 1, -0f, float.NaN, float.Epsilon, -float.Epsilon, 0, float.NegativeInfinity];
        float[] x = [.. Enumerable.Range(0, length).Select(i => one[i % one.Length])];
        foreach (int width in (int[])[1, 4, 8, 16]) { Assert.Equal(x.Count(number => number == 0), Reduction.Zeros(x, width)); }
    }

    [Fact]
    public void They_are_near_the_true_ones()
    {
        float[] x = Numbers(10_001, seed: 3);

        Assert.Equal(x.Sum(i => (double)i), Reduction.Sum(x), 0.02);
        Assert.Equal(x.Sum(i => (double)i * i), Reduction.SumOfSquares(x), 0.01);
    }

    [Fact]
    public void The_variance_is_the_mean_square_of_the_distance_from_the_mean()
    {
        Assert.Equal(3.5, Reduction.Variance([1, 2, 3, 6]));
        Assert.Equal(1.25, Reduction.Variance([1e7f, 1e7f + 1, 1e7f + 2, 1e7f + 3]));
    }

    [Fact]
    public void A_NaN_is_not_lost()
    {
        float[] x = new float[100];
        x[99] = float.NaN;
        Assert.Equal(double.NaN, Reduction.Sum(x));
    }

    private static float[] Numbers(int length, ulong seed)
    {
        float[] x = new float[length];
        new Philox(seed, RandomPurpose.Probe).FillNormal(x);
        return x;
    }

    private static double InParts(int length, Func<float, int, float> add)
    {
        double total = 0;
        for (int start = 0; start < length; start += 4096)
        {
            float[] parts = new float[16];
            for (int i = start; i < Math.Min(start + 4096, length); i++) { parts[i % 16] = add(parts[i % 16], i); }
            foreach (float part in parts) { total += part; }
        }
        return total;
    }
}
