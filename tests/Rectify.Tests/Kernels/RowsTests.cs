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
}
