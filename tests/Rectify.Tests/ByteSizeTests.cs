namespace Rectify.Tests;

public sealed class ByteSizeTests
{
    [Theory]
    [InlineData(0, "0 bytes")]
    [InlineData(999, "999 bytes")]
    [InlineData(1_234, "1.2 kB")]
    [InlineData(52_400_000, "52 MB")]
    [InlineData(4_400_000_000, "4.4 GB")]
    [InlineData(64_000_000_000, "64 GB")]
    public void An_amount_is_written_as_a_person_would(long bytes, string text) => Assert.Equal(text, ByteSize.Text(bytes));

    [Theory]
    [InlineData("500MB", 500_000_000)]
    [InlineData("1.5 gb", 1_500_000_000)]
    [InlineData("2GB", 2_000_000_000)]
    public void An_amount_is_read_in_any_case(string text, long bytes)
    {
        Assert.True(ByteSize.TryParse(text, out long read));
        Assert.Equal(bytes, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("GB")]
    [InlineData("-1GB")]
    [InlineData("1,5GB")]
    [InlineData("500")]
    [InlineData("much")]
    public void What_has_no_number_or_no_unit_is_none(string text)
    {
        Assert.False(ByteSize.TryParse(text, out long read));
        Assert.Equal(0, read);
    }
}
