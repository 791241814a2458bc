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
}
