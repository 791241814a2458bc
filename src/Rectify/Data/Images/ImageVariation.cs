using Rectify.Kernels;

namespace Rectify.Data;

/// <summary>Varies images of one shape: the window is stretched to the image, then mirrored, then moved.</summary>
internal sealed class ImageVariation
{
    // Weights in 1/1024: finer than a byte can show, and a sum of two times two still fits into 32 bits.
    private const int WeightBits = 10, One = 1 << WeightBits;

    private readonly Augmentation _augmentation;
    private readonly Shape _shape;
    private readonly int[] _rows, _rowWeights, _columns, _columnWeights;

    public ImageVariation(Augmentation augmentation, Shape shape)
    {
        augmentation.Check(shape);
        (_augmentation, _shape) = (augmentation, shape);
        (_rows, _rowWeights) = Stretch(shape.First, augmentation.Crop);
        (_columns, _columnWeights) = Stretch(shape.Second, augmentation.Crop);
    }

    /// <summary>Overwrites <paramref name="varied"/> with the numbers of one varied image. Allocates nothing.</summary>
    /// <param name="pixels">The image's bytes.</param>
    /// <param name="variation">How it is varied.</param>
    /// <param name="values">The number of each byte, 256 for each channel.</param>
    /// <param name="varied">The image's numbers.</param>
    public void Apply(ReadOnlySpan<byte> pixels, Variation variation, ReadOnlySpan<float> values, Span<float> varied)
    {
        (int height, int width, int channels) = (_shape.First, _shape.Second, _shape.Units);
        for (int y = 0, at = 0; y < height; y++)
        {
            int row = y - variation.Down;
            for (int x = 0; x < width; x++)
            {
                int column = x - variation.Right;
                bool isInside = (uint)row < (uint)height && (uint)column < (uint)width;
                if (variation.IsMirrored) { column = width - 1 - column; }
                for (int channel = 0; channel < channels; channel++, at++)
                {
                    int value = isInside ? Sample(pixels, row, column, channel, variation) : 0;
                    varied[at] = values[channel * ChannelValues.PerChannel + value];
                }
            }
        }
    }

    private int Sample(ReadOnlySpan<byte> pixels, int row, int column, int channel, Variation variation)
    {
        int channels = _shape.Units, rowLength = _shape.Second * channels;
        int at = (_rows[row] + variation.Top) * rowLength + (_columns[column] + variation.Left) * channels + channel;
        if (_augmentation.Crop == 0) { return pixels[at]; }

        // A weight of 0 would read beyond the image where the window is one pixel.
        int below = _rowWeights[row], beside = _columnWeights[column];
        int right = beside > 0 ? at + channels : at, under = below > 0 ? rowLength : 0;
        int upper = pixels[at] * (One - beside) + pixels[right] * beside;
        int lower = pixels[at + under] * (One - beside) + pixels[right + under] * beside;
        return (upper * (One - below) + lower * below + One * One / 2) >> (2 * WeightBits);
    }

    // For each pixel the first of the two of a window that it lies between, and the weight of the second.
    private static (int[] Firsts, int[] Weights) Stretch(int length, int crop)
    {
        int[] firsts = [.. Enumerable.Range(0, length)], weights = new int[length];
        if (crop == 0) { return (firsts, weights); }

        ResizeAxis axis = new(length - crop, length);
        for (int i = 0; i < length; i++)
        {
            firsts[i] = axis.First(i);
            if (axis.Weights(i) is [_, var second]) { weights[i] = (int)((long)second * One / axis.Total); }
        }
        return (firsts, weights);
    }
}
