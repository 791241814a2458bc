using Rectify.Health;
using Rectify.Kernels;

namespace Rectify.Tests.Health;

public sealed class SignalSizesTests
{
    [Theory]
    [InlineData(3f, 9)]
    [InlineData(1e-20f, 1e-40)]
    [InlineData(1e-30f, 1e-60)]
    [InlineData(1e19f, 1e38)]
    [InlineData(1e30f, 1e60)]
    [InlineData(0f, 0)]
    public void Squares_beyond_single_precision_are_counted(float value, double square)
        => Assert.Equal(square, SignalSizes.MeanSquare([value, -value, value, -value]), 1e-6 * square);

    [Fact]
    public void Where_single_precision_is_enough_it_is_used()
    {
        float[] values = [1.1f, 2.3f, -0.7f];
        Assert.Equal((double)Reduction.SumOfSquares(values) / 3, SignalSizes.MeanSquare(values));
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void What_is_not_finite_shows(float value) => Assert.False(double.IsFinite(SignalSizes.MeanSquare([1, value])));
}
