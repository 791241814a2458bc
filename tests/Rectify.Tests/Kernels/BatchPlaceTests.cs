using System.Runtime.InteropServices;
using Rectify.Kernels;

namespace Rectify.Tests.Kernels;

public sealed class BatchPlaceTests
{
    [Fact]
    public void Samples_lie_one_after_the_other()
    {
        Batch batch = new(new float[] { 0, 1, 2, 3, 4, 5, 6 }, new Shape(2)) { Count = 2 };

        Assert.Equal((3, 2, new Shape(2)), (batch.Capacity, batch.Count, batch.Sample));
        Assert.Equal([0f, 1, 2, 3], batch.Values);
        Assert.Equal([2f, 3], batch.Row(1));
        Assert.Equal([2f, 3], batch.Rows(1, 1));
    }

    [Fact]
    public void It_holds_no_more_than_its_memory()
    {
        Batch batch = new(new float[7], new Shape(2)) { Count = 3 };

        Assert.Throws<ArgumentException>(() => batch.Count = 4);
        Assert.Equal(3, batch.Count);
    }

    [Fact]
    public void Samples_are_copied_to_the_same_places_of_another()
    {
        Batch source = new(new float[] { 1, 2, 3, 4, 5, 6 }, new Shape(2)) { Count = 3 };
        Batch target = new(new float[6], new Shape(2)) { Count = 3 };
        source.CopyTo(target, 1, 1);

        Assert.Equal([0f, 0, 3, 4, 0, 0], target.Values);
    }

    [Theory]
    [InlineData(0, 0), InlineData(1, 16), InlineData(16, 16), InlineData(17, 32), InlineData(32, 32)]
    public void A_length_is_rounded_up_to_whole_cache_lines(int length, int aligned) => Assert.Equal(aligned, FloatMemory.Align(length));

    [Theory]
    [InlineData(0), InlineData(1), InlineData(15), InlineData(16), InlineData(1000)]
    public void Memory_begins_at_a_cache_line_and_holds_zeros(int length)
    {
        Memory<float> memory = FloatMemory.Allocate(length);

        Assert.True(MemoryMarshal.TryGetArray(memory, out ArraySegment<float> segment));
        Assert.Equal(0, Marshal.UnsafeAddrOfPinnedArrayElement(segment.Array!, segment.Offset) % 64);
        Assert.Equal(new float[length], memory.ToArray());
    }
}
