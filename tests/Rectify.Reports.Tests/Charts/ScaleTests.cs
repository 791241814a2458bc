using Rectify.Reports.Charts;

namespace Rectify.Reports.Tests.Charts;

public sealed class ScaleTests
{
    [Fact]
    public void Numbers_lie_in_proportion_between_round_ones()
    {
        Scale scale = Scale.Of([0.03, 0.97], 0, 100);
        Assert.Equal((0, 1), (scale.Low, scale.High));
        Assert.Equal(25, scale[0.25], 9);
        Assert.Equal([0, 0.2, 0.4, 0.6, 0.8, 1], scale.Ticks().Select(tick => Math.Round(tick, 9)));
    }

    [Fact]
    public void Equal_factors_are_equal_ways_among_powers_of_ten()
    {
        Scale scale = Scale.Of([1e-6, 1], 0, 60, isLogarithmic: true);
        Assert.Equal(10, scale[1e-5], 9);
        Assert.Equal(50, scale[0.1], 9);
        Assert.Equal([1e-6, 1e-4, 1e-2, 1], scale.Ticks(3), (a, b) => Math.Abs(a / b - 1) < 1e-9);
    }

    [Fact]
    public void Where_powers_of_ten_are_few_2_and_5_are_round_too()
        => Assert.Equal([1, 2, 5], Scale.Of([1.3, 4], 0, 1, isLogarithmic: true).Ticks());

    [Fact]
    public void What_is_not_finite_or_on_no_logarithm_has_no_place_and_widens_nothing()
    {
        Scale scale = Scale.Of([double.NaN, double.PositiveInfinity, 0, 1, 10], 0, 1, isLogarithmic: true);
        Assert.Equal((1, 10), (scale.Low, scale.High));
        Assert.All([0.0, -1, double.NaN, double.PositiveInfinity], value => Assert.Equal(double.NaN, scale[value]));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void One_number_and_none_have_a_scale(bool isLogarithmic)
    {
        Assert.InRange(Scale.Of([3], 0, 1, isLogarithmic)[3], 0.01, 0.99);
        Assert.True(Scale.Of([], 0, 1, isLogarithmic).High > Scale.Of([], 0, 1, isLogarithmic).Low);
    }
}
