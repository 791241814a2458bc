using Rectify.Kernels;

namespace Rectify.Data;

/// <summary>Images of one shape in rows and columns of one picture, with gaps between them.</summary>
public sealed class ImageGrid
{
    private const byte GapGrey = 128;
    private readonly Shape _image;
    private readonly int _rows, _columns, _gap;

    /// <param name="image">The shape of each image: height × width × 1 or 3.</param>
    /// <param name="rows">How many images stand above each other.</param>
    /// <param name="columns">How many images stand side by side.</param>
    /// <param name="gap">How many grey pixels are between two of them.</param>
    /// <exception cref="ArgumentException">The shape is no image's, or there is no place for any.</exception>
    public ImageGrid(Shape image, int rows, int columns, int gap = 2)
    {
        if (!image.IsImage) { throw new ArgumentException($"A grid takes images of height x width x channels, but is given {image}."); }
        if (rows < 1 || columns < 1 || gap < 0)
        {
            throw new ArgumentException($"A grid of {rows} rows and {columns} columns with gaps of {gap} is out of range: "
                + "it takes 1 or more of each, and gaps of 0 or more.");
        }
        (_image, _rows, _columns, _gap) = (image, rows, columns, gap);
        Shape = new(rows * (image.First + gap) - gap, columns * (image.Second + gap) - gap, image.Units);
        Pixels = new byte[Shape.Length];
        Pixels.AsSpan().Fill(GapGrey);
    }

    /// <summary>The shape of the picture.</summary>
    public Shape Shape { get; }

    /// <summary>The picture's bytes.</summary>
    public byte[] Pixels { get; }

    /// <summary>Puts an image into a place, counted from 0.</summary>
    /// <exception cref="ArgumentException">There is no such place, or the image has another shape.</exception>
    public void Place(int row, int column, ReadOnlySpan<byte> image)
    {
        Check(row, column, image.Length);
        for (int y = 0; y < _image.First; y++) { image.Slice(y * RowLength, RowLength).CopyTo(RowOf(row, column, y)); }
    }

    /// <summary>Puts an image into a place, given as numbers of 0 to 255: rounded, and those beyond drawn as the nearer end.</summary>
    /// <exception cref="ArgumentException">There is no such place, or the image has another shape.</exception>
    public void Place(int row, int column, ReadOnlySpan<float> image)
    {
        Check(row, column, image.Length);
        for (int y = 0; y < _image.First; y++)
        {
            Span<byte> target = RowOf(row, column, y);
            for (int i = 0; i < target.Length; i++) { target[i] = ToByte(image[y * RowLength + i]); }
        }
    }

    /// <summary>Writes the picture as a PNG file, whole or not at all.</summary>
    /// <exception cref="DataException">The place cannot be written to.</exception>
    public void Write(string path) => PngWriter.Write(path, Pixels, Shape);

    private int RowLength => _image.Second * _image.Units;

    private void Check(int row, int column, int length)
    {
        if (row < 0 || row >= _rows || column < 0 || column >= _columns)
        {
            throw new ArgumentException(
                $"There is no place in row {row} and column {column} of a grid of {_rows} rows and {_columns} columns.");
        }
        if (length != _image.Length)
        {
            throw new ArgumentException($"An image of {length} numbers does not fit into a grid of images of {_image}.");
        }
    }

    private Span<byte> RowOf(int row, int column, int y)
    {
        int top = row * (_image.First + _gap) + y, left = column * (_image.Second + _gap);
        return Pixels.AsSpan((top * Shape.Second + left) * _image.Units, RowLength);
    }

    // Not a number is black, which the comparison with 0 makes it.
    private static byte ToByte(float value) => value >= 0 ? (byte)Math.Min(value + 0.5f, 255) : (byte)0;
}
