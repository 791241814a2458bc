using Rectify.Health;

namespace Rectify.Tests.Health.Portraits;

public sealed class PortraitScheduleTests
{
    [Fact]
    public void Where_an_epoch_is_long_each_of_the_first_has_one()
    {
        PortraitSchedule schedule = new(rows: 64, rowsOfEpoch: 60_000);
        Assert.All(Enumerable.Range(1, 128), epoch => Assert.True(schedule.IsDue(epoch)));
        Assert.Equal(128 + 36, Enumerable.Range(1, 200).Count(schedule.IsDue));
    }

    [Theory]
    [InlineData(700)]
    [InlineData(105)]
    [InlineData(1)]
    public void Where_it_is_short_they_take_a_hundredth_of_the_rows_beside_those_of_the_first_epochs(int rowsOfEpoch)
    {
        PortraitSchedule schedule = new(rows: 64, rowsOfEpoch);
        int made = Enumerable.Range(1, 4096).Count(epoch => !int.IsPow2(epoch) && schedule.IsDue(epoch));
        Assert.InRange(made * 64 * 2.0 / 3, 0, 0.0105 * 4096 * rowsOfEpoch);
    }

    [Fact]
    public void A_hundred_thousand_epochs_keep_about_a_thousand()
        => Assert.InRange(Enumerable.Range(1, 100_000).Count(new PortraitSchedule(rows: 64, rowsOfEpoch: 60_000).IsDue), 500, 1000);
}
