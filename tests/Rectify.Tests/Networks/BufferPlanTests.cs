using CsCheck;
using Rectify.Kernels;
using Rectify.Networks;

namespace Rectify.Tests.Networks;

public sealed class BufferPlanTests
{
    private static readonly Gen<(int Length, int First, int Last)> Requests =
        from length in Gen.Int[1, 200]
        from first in Gen.Int[0, 19]
        from steps in Gen.Int[0, 9]
        select (length, first, first + steps);

    [Fact]
    public void Buffers_that_are_needed_at_the_same_time_never_overlap() => Property.Holds(Requests.Array[1, 30], requests =>
    {
        (int[] offsets, int arena) = Place(requests);
        for (int a = 0; a < requests.Length; a++)
        {
            Assert.True(offsets[a] >= 0 && offsets[a] + requests[a].Length <= arena);
            for (int b = 0; b < a; b++)
            {
                bool together = requests[a].First <= requests[b].Last && requests[b].First <= requests[a].Last;
                bool apart = offsets[a] + requests[a].Length <= offsets[b] || offsets[b] + requests[b].Length <= offsets[a];
                Assert.True(apart || !together, $"buffers {a} and {b} overlap.");
            }
        }
    });

    [Fact]
    public void A_chain_of_equal_buffers_needs_room_for_two()
        => Assert.Equal(64, Place([(32, 0, 1), (32, 1, 2), (32, 2, 3), (32, 3, 4)]).Arena);

    [Fact]
    public void Every_buffer_begins_at_a_cache_line()
        => Assert.All(Place([(3, 0, 5), (17, 0, 5), (40, 0, 5)]).Offsets, offset => Assert.Equal(0, offset % FloatMemory.LineLength));

    [Fact]
    public void A_buffer_that_is_kept_longer_is_not_given_away()
    {
        var plan = new BufferPlan();
        int kept = plan.Request(16, 0, 1);
        int later = plan.Request(16, 3, 4);
        plan.Extend(kept, 0, 3);
        (int[] offsets, int length) = plan.Place();

        Assert.NotEqual(offsets[kept], offsets[later]);
        Assert.Equal(32, length);
    }

    private static (int[] Offsets, int Arena) Place((int Length, int First, int Last)[] requests)
    {
        var plan = new BufferPlan();
        foreach ((int length, int first, int last) in requests) { plan.Request(length, first, last); }
        return plan.Place();
    }
}
