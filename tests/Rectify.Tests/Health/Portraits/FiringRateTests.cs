using Rectify.Health;

namespace Rectify.Tests.Health.Portraits;

public sealed class FiringRateTests
{
    [Fact]
    public void Never_and_always_are_exact_however_many_rows_there_are()
    {
        Assert.Equal(FiringRate.Never, FiringRate.Of(0, 1_000_000));
        Assert.Equal(FiringRate.Always, FiringRate.Of(1_000_000, 1_000_000));
        Assert.InRange(FiringRate.Of(1, 1_000_000), 1, 254);
        Assert.InRange(FiringRate.Of(999_999, 1_000_000), 1, 254);
    }

    [Fact]
    public void A_byte_is_right_to_half_a_step()
    {
        for (int active = 0; active <= 700; active++)
        {
            Assert.Equal(active / 700.0, FiringRate.ShareOf(FiringRate.Of(active, 700)), 1.0 / 508);
        }
    }
}
