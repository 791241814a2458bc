using Rectify.Data;

namespace Rectify.Tests.Data;

public sealed class SampleSourceTests
{
    private static ArraySource Source => new([1, 2, 3, 4, 5, 6], [10, 20, 30], inputWidth: 2);

    [Fact]
    public void Rows_come_in_the_order_asked_for_and_may_come_twice()
    {
        float[] inputs = new float[6], targets = new float[3];
        Source.Fill([2, 0, 2], inputs, targets);
        Assert.Equal([5f, 6, 1, 2, 5, 6], inputs);
        Assert.Equal([30f, 10, 30], targets);
    }

    [Fact]
    public void A_subset_of_a_subset_is_a_subset()
    {
        SampleSource subset = Source.Take([2, 1]).Take([1]);
        float[] inputs = new float[2], targets = new float[1];
        subset.Fill([0], inputs, targets);
        Assert.Equal((1, 3f, 20f), (subset.Count, inputs[0], targets[0]));
    }

    [Fact]
    public void A_subset_fills_batches_of_any_size()
    {
        int[] rows = [.. Enumerable.Range(0, 1000).Select(i => i % 3)];
        float[] inputs = new float[2000];
        Source.Take([1, 2, 0]).Fill(rows, inputs, []);
        Assert.Equal([3f, 4, 5, 6, 1, 2], inputs[..6]);
        Assert.Equal(inputs[..6], inputs[600..606]);
    }

    [Fact]
    public void Arrays_that_do_not_fit_are_refused()
        => Assert.Throws<DataException>(() => new ArraySource([1, 2, 3], [1, 2], inputWidth: 2));
}
