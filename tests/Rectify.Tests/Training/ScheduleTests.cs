using Rectify.Training;

namespace Rectify.Tests.Training;

public sealed class ScheduleTests
{
    [Theory]
    [InlineData("constant", 0, 1)]
    [InlineData("constant", 999, 1)]
    [InlineData("step", 499, 1)]
    [InlineData("step", 500, 0.1)]
    [InlineData("step", 749, 0.1)]
    [InlineData("step", 750, 0.01)]
    [InlineData("cosine", 0, 1)]
    [InlineData("cosine", 250, 0.8535534)]
    [InlineData("cosine", 500, 0.5)]
    [InlineData("cosine", 750, 0.1464466)]
    [InlineData("cosine", 999, 2.4674e-6)]
    [InlineData("one-cycle", 0, 0.04)]
    [InlineData("one-cycle", 150, 0.52)]
    [InlineData("one-cycle", 300, 1)]
    [InlineData("one-cycle", 650, 0.500002)]
    [InlineData("one-cycle", 999, 9.0355e-6)]
    public void A_schedule_has_its_factor_at_each_step_of_a_thousand(string name, long step, double factor)
        => Assert.Equal(0.2 * factor, Schedule.Find(name).Rate(0.2f, step, 1000, warmup: 0), 2e-7 * factor + 1e-11);

    [Theory]
    [InlineData(0, 0.2)]
    [InlineData(1, 0.4)]
    [InlineData(3, 0.8)]
    [InlineData(4, 1)]
    [InlineData(5, 1)]
    public void Warmup_rises_in_equal_steps_to_the_rate(long step, double factor)
        => Assert.Equal(factor, Schedule.Find("constant").Rate(1, step, 100, warmup: 4), 1e-7);

    [Fact]
    public void A_schedule_that_is_none_is_told_with_all_that_are() => Assert.Equal(
        "There is no schedule called 'linear'. Known: constant, step, cosine, one-cycle.",
        Assert.Throws<ArgumentException>(() => Schedule.Find("linear")).Message);
}
