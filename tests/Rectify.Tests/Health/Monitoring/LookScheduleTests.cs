using Rectify.Health;

namespace Rectify.Tests.Health;

public sealed class LookScheduleTests
{
    // A look at 256 rows costs 2/3 of 256/32 = 5.33 steps: a hundredth of 533.
    [Theory]
    [InlineData(256, 32, 533)]
    [InlineData(96, 32, 200)]
    [InlineData(3, 1, 200)]
    [InlineData(1, 1000, 1)]
    public void After_256_steps_a_look_may_take_a_hundredth_of_the_time(int rows, int batchSize, int pause)
    {
        long[] steps = [.. Enumerable.Range(1, 2000)];
        Assert.Equal(
            [1, 2, 4, 8, 16, 32, 64, 128, 256, .. steps.Where(step => step > 256 && step % pause == 0)],
            steps.Where(new LookSchedule(rows, batchSize).IsDue));
    }
}
