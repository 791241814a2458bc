using Rectify.Data;

namespace Rectify.Tests.Data;

public sealed class ListingTests
{
    [Theory]
    [InlineData(0, "")]
    [InlineData(1, "1")]
    [InlineData(12, "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12")]
    [InlineData(14, "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and 2 more")]
    public void Of_many_names_the_first_twelve_are_listed(int count, string expected)
        => Assert.Equal(expected, Listing.Of(Enumerable.Range(1, count).Select(number => $"{number}")));

    [Theory]
    [InlineData(0, "0 rows")]
    [InlineData(1, "1 row")]
    [InlineData(2_000, "2,000 rows")]
    public void A_count_has_its_noun(long count, string expected) => Assert.Equal(expected, Listing.Counted(count, "row"));
}
