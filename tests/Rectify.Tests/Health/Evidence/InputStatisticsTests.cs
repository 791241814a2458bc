using Rectify.Data;
using Rectify.Health;
using Rectify.Kernels;

namespace Rectify.Tests.Health;

public sealed class InputStatisticsTests
{
    [Fact]
    public void Each_column_has_its_root_mean_square_and_its_deviation()
    {
        InputStatistics inputs = InputStatistics.Of(new ArraySource([1, 3, -7, 3], [0, 0], 2), ["a", "b"]);

        Assert.Equal([("a", 5.0, 4.0), ("b", 3.0, 0.0)], inputs.Inputs.Select(i => (i.Name, i.RootMeanSquare, i.Deviation)));
        Assert.Equal(17, inputs.MeanSquare);
        Assert.Equal(0, new InputStatistics([]).MeanSquare);
    }

    [Fact]
    public void Each_channel_of_an_image_has_them_over_all_pixels()
    {
        // Two images of two pixels in two channels: 1, −7, 1, −7 and 3, 3, 3, 3.
        ArraySource images = new([1, 3, -7, 3, 1, 3, -7, 3], new float[2], new Shape(2, 1, 2));
        Assert.Equal(
            [("grey", 5.0, 4.0), ("alpha", 3.0, 0.0)],
            InputStatistics.Of(images, ["grey", "alpha"]).Inputs.Select(i => (i.Name, i.RootMeanSquare, i.Deviation)));
    }

    [Fact]
    public void Distances_are_in_deviations_that_the_quartiles_give_and_from_the_median_on_either_side()
    {
        // Of 0 … 99 the quartiles are 25 and 75, and the median is 50: 0 is farther than 99 is.
        float[] values = [.. Enumerable.Range(0, 100).Select(i => (float)i)];
        Assert.Equal(50 * 1.349 / 50, Of(values).Farthest, 1e-12);

        values[99] = 150;
        Assert.Equal(100 * 1.349 / 50, Of(values).Farthest, 1e-12);
        Assert.Equal(0, Of(values).OutlierVariance);
    }

    [Theory]
    [InlineData(1100f, 0)]
    [InlineData(1200f, 1)]
    public void Outliers_are_over_30_deviations_from_the_median(float last, int count)
    {
        // A deviation is 50/1.349 = 37.06, and 30 of them are 1,112 above 50 or below.
        float[] values = [.. Enumerable.Range(0, 100).Select(i => (float)i)];
        (values[99], values[0]) = (50 + last, 50 - 1000);
        double mean = values.Average(v => (double)v), squares = values.Sum(v => Math.Pow(v - mean, 2));
        Assert.Equal(count * Math.Pow(values[99] - mean, 2) / squares, Of(values).OutlierVariance, 1e-12);

        (values[99], values[0]) = (50 + 1000, 50 - last);
        (mean, squares) = (values.Average(v => (double)v), values.Sum(v => Math.Pow(v - values.Average(w => (double)w), 2)));
        Assert.Equal(count * Math.Pow(values[0] - mean, 2) / squares, Of(values).OutlierVariance, 1e-12);
    }

    [Theory]
    [InlineData(5, true)]
    [InlineData(6, false)]
    public void They_are_at_most_5_percent_of_the_rows(int far, bool areFew)
        => Assert.Equal(areFew, Of([.. Enumerable.Range(0, 100).Select(i => i < far ? 1e6f + i : i)]).OutlierVariance > 0.9);

    [Theory]
    [InlineData(9, false)]
    [InlineData(10, true)]
    public void A_column_of_fewer_than_ten_values_has_none(int values, bool hasOutliers)
    {
        float[] column = [.. Enumerable.Range(0, 100).Select(i => (float)(i % (values - 1)))];
        column[0] = 1e6f;
        Assert.Equal(hasOutliers, Of(column).OutlierVariance > 0.9);
    }

    [Fact]
    public void Where_half_of_the_rows_are_equal_the_deviation_is_of_all_but_the_outermost_fiftieth()
    {
        // 200 rows: two are cut off at either end, and of what is left the sum is 66 and that of squares 506.
        float[] values = [-300, -200, .. new float[185], 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 500, 600];
        double deviation = Math.Sqrt(506 / 196.0 - Math.Pow(66 / 196.0, 2));
        Assert.Equal(600 / deviation, Of(values).Farthest, 1e-9);

        // Of 41 rows it is the largest alone.
        values = [.. new float[32], 1, 2, 3, 4, 5, 6, 7, 8, 9];
        deviation = Math.Sqrt(204 / 40.0 - Math.Pow(36 / 40.0, 2));
        Assert.Equal(9 / deviation, Of(values).Farthest, 1e-9);
    }

    [Fact]
    public void Where_nearly_all_are_equal_any_other_row_is_infinitely_far()
        => Assert.Equal(double.PositiveInfinity, Of([.. new float[991], 1, 2, 3, 4, 5, 6, 7, 8, 9]).Farthest);

    [Fact]
    public void Without_rows_there_is_nothing_to_measure() => Assert.Equal(new InputStatistics.Input("a", 0, 0, 0, 0), Of([]));

    [Fact]
    public void Each_input_has_a_name()
    {
        ArraySource source = new([1, 2], [0], 2);
        ArgumentException error = Assert.Throws<ArgumentException>(() => InputStatistics.Of(source, ["a"]));
        Assert.Equal("There are 1 names for 2 inputs: give one for each.", error.Message);
    }

    private static InputStatistics.Input Of(float[] values)
        => Assert.Single(InputStatistics.Of(new ArraySource(values, new float[values.Length], 1), ["a"]).Inputs);
}
