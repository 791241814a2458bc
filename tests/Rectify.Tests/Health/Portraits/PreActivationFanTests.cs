using Rectify.Health;

namespace Rectify.Tests.Health.Portraits;

public sealed class PreActivationFanTests
{
    [Fact]
    public void Quantiles_are_of_what_is_not_zero_and_zeros_are_told_apart()
    {
        // −10 … −1 and 1 … 11 without a zero, beside as many zeros of both signs.
        float[] others = [.. Enumerable.Range(-10, 22).Where(i => i != 0).Select(i => (float)i)];
        float[] zeros = [.. Enumerable.Range(0, 21).Select(i => i % 2 == 0 ? 0f : -0f)];
        PreActivationFan fan = PreActivationFan.Of([.. others, .. zeros]);
        Assert.Equal([-9, -5, 1, 6, 10], fan.Quantiles);
        Assert.Equal(0.5, fan.Zeros);
    }

    [Fact]
    public void Between_two_numbers_a_quantile_lies_in_proportion()
        => Assert.Equal([1.05f, 1.25f, 1.5f, 1.75f, 1.95f], PreActivationFan.Of([2, 1]).Quantiles);

    [Fact]
    public void Of_zeros_alone_there_are_no_quantiles()
    {
        PreActivationFan fan = PreActivationFan.Of([0, 0]);
        Assert.Empty(fan.Quantiles);
        Assert.Equal(1, fan.Zeros);
    }
}
