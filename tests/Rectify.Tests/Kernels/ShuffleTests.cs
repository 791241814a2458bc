using CsCheck;
using Rectify.Kernels;

namespace Rectify.Tests.Kernels;

public sealed class ShuffleTests
{
    [Fact]
    public void Shuffling_loses_and_doubles_nothing() => Property.Holds(Gen.Select(Gen.ULong, Gen.Int[0, 2000]), drawn =>
    {
        (ulong seed, int length) = drawn;
        int[] order = [.. Enumerable.Range(0, length)];

        new Philox(seed, RandomPurpose.Shuffle).Shuffle(order);

        Assert.Equal(Enumerable.Range(0, length), order.Order());
    });

    [Fact]
    public void Every_order_is_equally_likely()
    {
        const int Draws = 24_000;
        Dictionary<string, int> counts = [];
        for (ulong seed = 0; seed < Draws; seed++)
        {
            int[] order = [0, 1, 2, 3];
            new Philox(seed, RandomPurpose.Shuffle).Shuffle(order);
            string text = string.Concat(order);
            counts[text] = counts.GetValueOrDefault(text) + 1;
        }

        // About 1,000 each, with a deviation of 31.
        Assert.Equal(24, counts.Count);
        Assert.All(counts.Values, count => Assert.InRange(count, 850, 1150));
    }
}
