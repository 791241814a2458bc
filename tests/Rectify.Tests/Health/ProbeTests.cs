using Rectify.Data;
using Rectify.Health;

namespace Rectify.Tests.Health;

public sealed class ProbeTests
{
    private static readonly ArraySource Source = new([.. Enumerable.Range(0, 6000).Select(i => (float)i)], new float[6000], 1);

    [Fact]
    public void It_is_fixed_by_the_seed_in_the_order_of_the_rows_and_a_short_look_is_part_of_it()
    {
        float[] probe = Values(Probe.Draw(Source, seed: 3)), look = Values(Probe.Draw(Source, seed: 3, mostRows: 256));

        Assert.Equal(Probe.MostRows, probe.Length);
        Assert.Equal(probe.Distinct().Order(), probe);
        Assert.Equal(probe, Values(Probe.Draw(Source, seed: 3)));
        Assert.NotEqual(probe, Values(Probe.Draw(Source, seed: 4)));
        Assert.Equal(256, look.Intersect(probe).Count());
    }

    [Fact]
    public void It_is_all_rows_where_there_are_no_more()
    {
        Assert.Same(Source, Probe.Draw(Source, seed: 3, mostRows: 6000));
        Assert.Equal(5999, Probe.Draw(Source, seed: 3, mostRows: 5999).Count);
    }

    [Fact]
    public void It_takes_a_row_at_least()
    {
        Assert.Equal(1, Probe.Draw(Source, seed: 3, mostRows: 1).Count);
        ArgumentException error = Assert.Throws<ArgumentException>(() => Probe.Draw(Source, seed: 3, mostRows: 0));
        Assert.Equal("A probe of at most 0 rows is out of range: it takes 1 or more.", error.Message);
    }

    private static float[] Values(SampleSource source)
    {
        float[] values = new float[source.Count];
        source.Fill([.. Enumerable.Range(0, source.Count)], values, []);
        return values;
    }
}
