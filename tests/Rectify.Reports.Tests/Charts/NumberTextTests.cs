using Rectify.Reports.Charts;

namespace Rectify.Reports.Tests.Charts;

public sealed class NumberTextTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(0.12345, "0.123")]
    [InlineData(-0.5, "−0.5")]
    [InlineData(1234.56, "1,235")]
    [InlineData(0.00001234, "1.23e−5")]
    [InlineData(-2.5e30, "−2.5e30")]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "∞")]
    [InlineData(double.NegativeInfinity, "−∞")]
    public void Three_digits_count(double value, string text) => Assert.Equal(text, NumberText.Of(value));

    [Fact]
    public void A_share_is_one_word() => Assert.Equal("12.3\u00A0%", NumberText.Percent(0.1234));
}
