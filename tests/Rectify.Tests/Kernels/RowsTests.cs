using Rectify.Kernels;

namespace Rectify.Tests.Kernels;

public sealed class RowsTests
{
    private const int Rows = 16;

    public static TheoryData<int> Lengths => [1, 2, 3, 4, 7, 10, 33, 130];

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Softmax_gives_the_same_bits_at_every_width_and_for_a_row_alone(int length)
    {
        float[] x = Numbers(length, stream: 1);

        Assert.All([1, 4, 8], width => Assert.Equal(Softmax(x, length, 16), Softmax(x, length, width)));
        float[] alone = [.. x.Chunk(length).SelectMany(row => Softmax(row, length, 16)[..length])];
        Assert.Equal(Softmax(x, length, 16)[..x.Length], alone);
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void So_does_normalization(int length)
    {
        (float[] x, float[] dy) = (Numbers(length, stream: 1), Numbers(length, stream: 2));

        Assert.All([1, 4, 8], width => Assert.Equal(Normalize(x, dy, length, 16), Normalize(x, dy, length, width)));
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void A_row_is_summed_in_stretches_of_64(int length)
    {
        float[] x = Numbers(length, stream: 1)[..length];
        float expected = 0;
        foreach (float[] stretch in x.Chunk(64)) { expected += stretch.Aggregate(0f, (sum, number) => sum + number); }

        Assert.Equal(expected, RowSum.Of<Plain, Lane1>(new(x), length).Value);
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Softmax_tells_the_largest_the_logarithm_of_the_sum_and_the_depth(int length)
    {
        float[] x = Numbers(length, stream: 1), shares = new float[x.Length];
        SoftmaxBlock block = default;
        for (int i = 0; i < Rows; i++) { (block.Scale[i], block.Offset[i]) = (i, 0.25f * i); }
        SoftmaxRows.Forward(ref block, x, shares, length);

        for (int row = 0; row < Rows; row++)
        {
            double[] numbers = [.. x.Skip(row * length).Take(length).Select(number => (double)number)];
            double largest = numbers.Max(), total = numbers.Sum(number => Math.Exp(number - largest));
            Assert.Equal(largest, block.Largest[row]);
            Assert.Equal(Math.Log(total), block.LogTotal[row], 2e-6);
            Assert.Equal(numbers.Sum(number => largest - number), block.Depth[row], 1e-3);
            for (int i = 0; i < length; i++)
            {
                Assert.Equal(row * Math.Exp(numbers[i] - largest) / total + 0.25 * row, shares[row * length + i], 1e-5);
            }
        }
    }

    [Theory]
    [InlineData(5), InlineData(16), InlineData(17), InlineData(40)]
    public void Any_number_of_rows_is_normalized_and_turned_into_shares(int rows)
    {
        const int Length = 5;
        float[] x = new float[rows * Length];
        new Philox(1, RandomPurpose.Probe).FillNormal(x);
        float[] shares = new float[x.Length], scale = [1, 2, 3, 4, 5], shift = [5, 4, 3, 2, 1];
        (float[] normalized, float[] y, float[] inverseDeviations) = (new float[x.Length], new float[x.Length], new float[rows]);
        SoftmaxRows.Forward(x, shares, Length);
        RowNormalization.Forward(x, scale, shift, 1e-5f, inverseDeviations, normalized, y);

        for (int row = 0; row < rows; row++)
        {
            double[] numbers = [.. x.Skip(row * Length).Take(Length).Select(number => (double)number)];
            double total = numbers.Sum(Math.Exp), mean = numbers.Average();
            double deviation = Math.Sqrt(numbers.Average(number => (number - mean) * (number - mean)) + 1e-5);
            Assert.Equal(1 / deviation, inverseDeviations[row], 1e-5 / deviation);
            for (int i = 0; i < Length; i++)
            {
                Assert.Equal(Math.Exp(numbers[i]) / total, shares[row * Length + i], 1e-6);
                Assert.Equal((numbers[i] - mean) / deviation, normalized[row * Length + i], 1e-5);
                Assert.Equal((numbers[i] - mean) / deviation * scale[i] + shift[i], y[row * Length + i], 1e-4);
            }
        }
    }

    [Theory]
    [InlineData(5), InlineData(16), InlineData(17), InlineData(40)]
    public void Any_number_of_rows_gets_the_gradients_of_a_row_alone(int rows)
    {
        const int Length = 5;
        (float[] x, float[] dy) = (new float[rows * Length], new float[rows * Length]);
        new Philox(1, RandomPurpose.Probe).FillNormal(x);
        new Philox(2, RandomPurpose.Probe).FillNormal(dy);

        Assert.Equal(x.Chunk(Length).Zip(dy.Chunk(Length), (a, b) => Gradients(a, b)).SelectMany(row => row), Gradients(x, dy));

        // Of softmax first and of the normalization then, row by row.
        static float[] Gradients(float[] x, float[] dy)
        {
            (float[] ofShares, float[] ofNormalized, float[] scale) = (new float[x.Length], new float[x.Length], [1, 2, 3, 4, 5]);
            float[] inverseDeviations = [.. x.Chunk(Length).Select(row => row[0])];
            SoftmaxRows.Backward(x, dy, ofShares, Length);
            RowNormalization.Backward(x, inverseDeviations, scale, dy, ofNormalized);
            return [.. ofShares.Chunk(Length).Zip(ofNormalized.Chunk(Length), (a, b) => (float[])[.. a, .. b]).SelectMany(row => row)];
        }
    }

    private static float[] Softmax(float[] x, int length, int width)
    {
        SoftmaxBlock block = default;
        for (int i = 0; i < x.Length / length; i++) { (block.Scale[i], block.Offset[i]) = (0.5f, 0.25f); }
        (float[] shares, float[] gradients) = (new float[x.Length], new float[x.Length]);
        SoftmaxRows.Forward(ref block, x, shares, length, width);
        SoftmaxRows.Backward(shares, x, gradients, length, width);
        return [.. shares, .. gradients, .. block.Largest[..(x.Length / length)], .. block.LogTotal[..(x.Length / length)]];
    }

    private static float[] Normalize(float[] x, float[] dy, int length, int width)
    {
        (float[] scale, float[] shift) = (Numbers(length, stream: 3)[..length], Numbers(length, stream: 4)[..length]);
        (float[] normalized, float[] y, float[] dx) = (new float[x.Length], new float[x.Length], new float[x.Length]);
        float[] inverseDeviations = new float[Rows];
        RowNormalization.Forward(x, scale, shift, 1e-5f, inverseDeviations, normalized, y, width);
        RowNormalization.Backward(normalized, inverseDeviations, scale, dy, dx, width);
        return [.. inverseDeviations, .. normalized, .. y, .. dx];
    }

    private static float[] Numbers(int length, ulong stream)
    {
        float[] numbers = new float[Rows * length];
        new Philox(1, RandomPurpose.Probe, stream).FillNormal(numbers);
        return numbers;
    }

    private readonly struct Plain(float[] x) : IRowTerm<Lane1>
    {
        public Lane1 AddTo(Lane1 sums, int column) => sums + x[column];
    }
}
