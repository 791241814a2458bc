using Rectify.Kernels;

namespace Rectify.Tests.Kernels;

public sealed class ElementwiseTests
{
    [Theory]
    [InlineData(1), InlineData(4), InlineData(8), InlineData(16)]
    public void Every_length_is_mapped_and_nothing_beyond_it(int width)
    {
        for (int length = 0; length <= 40; length++)
        {
            float[] x = [.. Enumerable.Range(1, length).Select(i => (float)i)], result = new float[length + 16];
            Elementwise.Map(new SumOfThree(), x, x, x, result.AsSpan(0, length), width);
            Assert.Equal(x.Select(i => 3 * i), result.Take(length));
            Assert.All(result.Skip(length), rest => Assert.Equal(0, rest));
        }
    }

    [Theory]
    [InlineData(1), InlineData(4), InlineData(8), InlineData(16)]
    public void A_bias_is_added_to_every_row_before_the_function(int width)
    {
        for (int columns = 1; columns <= 40; columns++)
        {
            float[] bias = [.. Enumerable.Range(1, columns).Select(i => 100f * i)], result = new float[3 * columns + 16];
            float[] x = [.. Enumerable.Range(1, 3 * columns).Select(i => (float)i)];
            float[] sums = [.. x.Select((number, i) => number + bias[i % columns])];
            Elementwise.MapBiased(new Twice(), x, bias, result.AsSpan(0, 3 * columns), width);

            Assert.Equal(sums, x);
            Assert.Equal([.. sums.Select(sum => 2 * sum), .. new float[16]], result);
        }
    }

    // From 4 Mi numbers on results go past the caches, where they begin at a register's size.
    [Theory]
    [InlineData(0), InlineData(1)]
    public void Results_larger_than_the_caches_are_whole(int start)
    {
        const int Length = 4 * 1024 * 1024 + 5;
        Memory<float> x = FloatMemory.Allocate(Length), y = FloatMemory.Allocate(Length), room = FloatMemory.Allocate(Length + 16);
        new Philox(3, RandomPurpose.Probe).FillUniform(x.Span);
        new Philox(4, RandomPurpose.Probe).FillUniform(y.Span);
        Span<float> result = room.Span.Slice(start, Length);

        Elementwise.Map(new Twice(), x.Span, result);
        for (int i = 0; i < Length; i++) { Assert.True(result[i] == 2 * x.Span[i], $"at {i}"); }
        Arithmetic.Multiply(x.Span, y.Span, result);
        for (int i = 0; i < Length; i++) { Assert.True(result[i] == x.Span[i] * y.Span[i], $"at {i}"); }
        Assert.Equal(0, room.Span[start + Length]);
    }

    [Fact]
    public void Spans_of_different_lengths_are_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => Arithmetic.Add(new float[3], new float[4]));
        Assert.Equal("The spans must be equally long, but one holds 3 numbers and another 4.", error.Message);
        float[] three = new float[3], four = new float[4];
        Assert.Throws<ArgumentException>(() => Elementwise.Map(new Twice(), three, four));
        Assert.Throws<ArgumentException>(() => Arithmetic.Add(three, three, four));
        Assert.Throws<ArgumentException>(() => Elementwise.Map(new SumOfThree(), three, four, three, three));
        Assert.Throws<ArgumentException>(() => Elementwise.Map(new SumOfThree(), three, three, four, three));
        Assert.Throws<ArgumentException>(() => Elementwise.Map(new SumOfThree(), three, three, three, four));
        Assert.Throws<ArgumentException>(() => Elementwise.MapBiased(new Twice(), four, three, four));
        Assert.Throws<ArgumentException>(() => Elementwise.MapBiased(new Twice(), three, three, four));
    }

    [Fact]
    public void Arithmetic_works_in_place()
    {
        float[] x = [1, 2, 3];
        Arithmetic.Add(x, x);
        Arithmetic.AddScaled(x, 10, [1, 1, 1]);
        Arithmetic.Multiply(x, [1, 2, 3]);
        Arithmetic.Scale(x, 0.5f);
        Assert.Equal([6, 14, 24], x);
    }

    private readonly struct Twice : IUnary
    {
        public T Invoke<T>(T x) where T : struct, ISimdLane<T>, ILane<T> => x + x;
    }

    private readonly struct SumOfThree : ITernary
    {
        public T Invoke<T>(T x, T y, T z) where T : struct, ISimdLane<T>, ILane<T> => x + y + z;
    }
}
