using Rectify.Kernels;

namespace Rectify.Data;

/// <summary>Stretches an image to another size: averages areas where it shrinks, is bilinear where it grows.</summary>
public static class ImageResize
{
    /// <param name="pixels">An image of <paramref name="shape"/>.</param>
    /// <param name="shape">Height × width × channels.</param>
    /// <param name="size">The new height and width.</param>
    /// <exception cref="ArgumentException">The bytes are not those of such an image, or the new size has no pixel.</exception>
    /// <returns>The image in its new size, each byte rounded once from the exact value: the same bits on every machine.</returns>
    public static byte[] Apply(ReadOnlySpan<byte> pixels, Shape shape, ImageSize size)
    {
        if (!shape.IsImage || pixels.Length != shape.Length)
        {
            throw new ArgumentException($"{pixels.Length} bytes are no image of {shape}: one is height x width x channels.");
        }
        if (!size.IsPossible) { throw new ArgumentException($"An image cannot be stretched to {size}: each side takes 1 pixel or more."); }
        int channels = shape.Units, rowLength = shape.Second * channels;
        ResizeAxis rows = new(shape.First, size.Height), columns = new(shape.Second, size.Width);
        long total = (long)rows.Total * columns.Total;
        byte[] resized = new byte[size.Height * size.Width * channels];
        int at = 0;
        for (int y = 0; y < size.Height; y++)
        {
            for (int x = 0; x < size.Width; x++)
            {
                int corner = rows.First(y) * rowLength + columns.First(x) * channels;
                for (int channel = 0; channel < channels; channel++)
                {
                    long sum = WeightedSum(pixels[(corner + channel)..], rowLength, channels, rows.Weights(y), columns.Weights(x));
                    resized[at++] = (byte)((sum + total / 2) / total);
                }
            }
        }
        return resized;
    }

    private static long WeightedSum(
        ReadOnlySpan<byte> pixels, int rowLength, int channels, ReadOnlySpan<int> rowWeights, ReadOnlySpan<int> columnWeights)
    {
        long sum = 0;
        for (int row = 0; row < rowWeights.Length; row++)
        {
            long inRow = 0;
            for (int column = 0; column < columnWeights.Length; column++)
            {
                inRow += (long)columnWeights[column] * pixels[row * rowLength + column * channels];
            }
            sum += rowWeights[row] * inRow;
        }
        return sum;
    }
}
