using Rectify.Kernels;

namespace Rectify.Tests.Kernels;

public sealed class PhiloxTests
{
    [Fact]
    public void Numbers_that_are_filled_in_are_those_at_their_positions()
    {
        Philox random = new(seed: 0x0123456789ABCDEF, RandomPurpose.Dropout, stream: 0xFEDCBA9876543210);
        foreach (ulong first in (ulong[])[0, 1, 6, uint.MaxValue * 4UL - 9, (1UL << 40) + 3])
        {
            float[] numbers = new float[53];
            random.FillUniform(numbers, first);

            Assert.Equal([.. Enumerable.Range(0, numbers.Length).Select(i => random.Uniform(first + (ulong)i))], numbers);
        }
    }
}
