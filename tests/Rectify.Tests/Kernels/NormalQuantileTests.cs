using Rectify.Accuracy;
using Rectify.Kernels;

namespace Rectify.Tests.Kernels;

public sealed class NormalQuantileTests
{
    [Fact]
    public void The_distribution_function_leads_back_from_the_middle_to_both_tails()
    {
        // By steps of 0.01 through the middle, and in the left tail by powers of 10 down to the smallest there are.
        for (double probability = 0.01; probability < 0.995; probability += 0.01) { AssertLeadsBack(probability); }
        for (int power = 3; power <= 300; power++) { AssertLeadsBack(Math.Pow(10, -power)); }
    }

    [Theory]
    [InlineData(0.001), InlineData(0.05), InlineData(0.075), InlineData(0.25), InlineData(0.4)]
    public void Both_sides_are_equally_far_from_0(double probability)
        => Assert.Equal(-NormalQuantile.At(probability), NormalQuantile.At(1 - probability), 1e-12);

    [Fact]
    public void Half_of_all_numbers_are_below_0() => Assert.Equal(0, NormalQuantile.At(0.5));

    private static void AssertLeadsBack(double probability)
        => Assert.Equal(probability, Precise.NormalCdf(NormalQuantile.At(probability)), 1e-11 * probability);
}
