using Rectify.Kernels;

namespace Rectify.Tests.Kernels;

public sealed class PhiloxTests
{
    private const uint Weyl = 0x9E3779B9;

    /// <remarks>kat_vectors of Random123, philox4x32 with 10 rounds: counter, key, numbers.</remarks>
    [Theory]
    [InlineData(0u, 0u, 0u, 0u, 0u, 0u, 0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u)]
    [InlineData(~0u, ~0u, ~0u, ~0u, ~0u, ~0u, 0x408f276du, 0x41c83b0eu, 0xa20bc7c6u, 0x6d5451fdu)]
    [InlineData(
        0x243f6a88u, 0x85a308d3u, 0x13198a2eu, 0x03707344u, 0xa4093822u, 0x299f31d0u, 0xd16cfe09u, 0x94fdccebu, 0x5001e420u, 0x24126ea1u)]
    public void Numbers_are_those_of_the_authors(
        uint counterA, uint counterB, uint counterC, uint counterD, uint keyA, uint keyB, uint a, uint b, uint c, uint d)
    {
        // The purpose is mixed into the upper half of the seed, and taken out again here.
        ulong seed = keyA | (ulong)(keyB ^ unchecked((uint)RandomPurpose.Split * Weyl)) << 32;
        Philox random = new(seed, RandomPurpose.Split, stream: counterC | (ulong)counterD << 32);
        ulong block = counterA | (ulong)counterB << 32;

        Assert.Equal((a, b, c, d), random.Block(block));
    }

    [Fact]
    public void Numbers_that_are_filled_in_are_those_at_their_positions()
    {
        Philox random = new(seed: 0x0123456789ABCDEF, RandomPurpose.Dropout, stream: 0xFEDCBA9876543210);
        foreach (ulong first in (ulong[])[0, 1, 6, uint.MaxValue * 4UL - 9, (1UL << 40) + 3])
        {
            for (int length = 0; length <= 53; length++)
            {
                float[] numbers = new float[length + 4];
                random.FillUniform(numbers.AsSpan(..length), first);

                Assert.Equal([.. Enumerable.Range(0, length).Select(i => random.Uniform(first + (ulong)i)), 0, 0, 0, 0], numbers);
            }
        }
    }

    [Fact]
    public void Four_positions_share_a_block()
    {
        Philox random = new(1, RandomPurpose.Probe);

        Assert.Equal(random.Block(5), (random.Bits(20), random.Bits(21), random.Bits(22), random.Bits(23)));
    }

    [Fact]
    public void A_uniform_number_is_the_first_24_bits_as_a_fraction()
    {
        Philox random = new(1, RandomPurpose.Probe);

        Assert.All(Enumerable.Range(0, 100), i => Assert.Equal((random.Bits((ulong)i) >> 8) / 16777216f, random.Uniform((ulong)i)));
    }

    [Fact]
    public void A_number_below_a_bound_is_as_far_between_0_and_the_bound_as_its_bits_are()
    {
        Philox random = new(1, RandomPurpose.Probe);
        foreach (int bound in (int[])[1, 2, 7, 1000, int.MaxValue])
        {
            Assert.All(
                Enumerable.Range(0, 100),
                i => Assert.Equal(Math.Floor(random.Bits((ulong)i) / 4294967296.0 * bound), random.Below((ulong)i, bound)));
        }
    }

    [Fact]
    public void A_normal_number_has_the_share_of_smaller_ones_that_its_53_bits_say()
    {
        Philox random = new(1, RandomPurpose.Probe);
        for (ulong position = 0; position < 1000; position++)
        {
            (uint a, uint b, _, _) = random.Block(position);
            Assert.Equal((float)NormalQuantile.At((a * 2097152.0 + (b >> 11) + 0.5) / 9007199254740992), random.Normal(position));
        }
    }

    [Fact]
    public void Normal_numbers_are_filled_in_from_the_first_position_on()
    {
        Philox random = new(1, RandomPurpose.Probe);
        float[] numbers = new float[5];
        random.FillNormal(numbers);

        Assert.Equal(Enumerable.Range(0, 5).Select(i => random.Normal((ulong)i)), numbers);
    }

    [Fact]
    public void Seeds_purposes_and_streams_share_no_numbers()
    {
        const ulong High = 1UL << 32;
        Philox[] others =
        [
            new(0, RandomPurpose.Weights), new(1, RandomPurpose.Weights), new(High, RandomPurpose.Weights), new(0, RandomPurpose.Shuffle),
            new(0, RandomPurpose.Weights, stream: 1), new(0, RandomPurpose.Weights, stream: High),
        ];

        Assert.Equal(others.Length, others.Select(random => random.Block(0)).Distinct().Count());
    }
}
