using Rectify.Data;

namespace Rectify.Tests.Data;

public sealed class ColumnTests
{
    [Fact]
    public void Every_day_of_the_calendar_is_a_day_and_null_is_none()
    {
        DateColumn days = new("day", [DateOnly.MinValue, DateOnly.MinValue.AddDays(1), null, DateOnly.MaxValue]);
        Assert.Equal(["0001-01-01", "0001-01-02", "", "9999-12-31"], Enumerable.Range(0, 4).Select(days.TextAt));
    }

    [Theory]
    [InlineData(0), InlineData(1), InlineData(2)]
    public void Missing_cells_are_no_value(int missing)
    {
        DateOnly first = new(2024, 1, 1);
        DateOnly?[] days = [first, first.AddDays(1), first, .. Enumerable.Repeat<DateOnly?>(null, missing)];
        Column[] columns =
        [
            new DateColumn("day", days), new NumberColumn("number", [.. days.Select(day => day?.DayNumber ?? float.NaN)]),
            new CategoryColumn("text", days.Select(day => day?.DayNumber.ToString())),
        ];
        Assert.All(columns, column => Assert.Equal((missing, 2), (column.MissingCount, column.DistinctCount)));
    }

    [Fact]
    public void Infinite_numbers_are_counted_with_the_cells_that_a_reader_set_aside()
    {
        NumberColumn column = new("number", [1, float.NaN, float.PositiveInfinity], invalidCount: 3);
        Assert.Equal((2, 4), (column.MissingCount, column.InvalidCount));
    }
}
