using Rectify.Health;

namespace Rectify.Tests.Health;

public sealed class ProportionTests
{
    // Newcombe 1998, table I, method 3.
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    [InlineData(20, 20, 0.8389, 1)]
    public void Bounds_are_Wilsons(int count, int total, double low, double high)
    {
        Proportion proportion = new(count, total);
        Assert.Equal(low, proportion.Low, 6e-5);
        Assert.Equal(high, proportion.High, 6e-5);
        Assert.Equal((double)count / total, proportion.Value);
    }
}
