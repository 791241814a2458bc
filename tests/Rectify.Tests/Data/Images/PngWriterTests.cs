using Rectify.Data;
using Rectify.Kernels;
using StbImageSharp;

namespace Rectify.Tests.Data.Images;

public sealed class PngWriterTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(3, 7, 1)]
    [InlineData(7, 3, 3)]
    [InlineData(100, 200, 3)]
    public void What_is_written_is_read_back(int height, int width, int channels)
    {
        Shape shape = new(height, width, channels);
        byte[] pixels = [.. Enumerable.Range(0, shape.Length).Select(i => (byte)(i * 31 ^ i / 5))];
        ImageResult read = ImageResult.FromMemory(PngWriter.Encode(pixels, shape), (ColorComponents)channels);
        Assert.Equal((height, width, channels), (read.Height, read.Width, (int)read.SourceComp));
        Assert.Equal(pixels, read.Data);
    }

    // The check value of CRC-32 in every catalogue of such sums.
    [Fact]
    public void The_checksum_is_the_known_one() => Assert.Equal(0xCBF43926, Crc32.Of("123456789"u8));

    [Fact]
    public void What_is_no_image_or_no_place_is_refused()
    {
        Assert.Equal(
            "5 bytes are no image of 2x2x1: a PNG is written of height x width x 1 (grey) or 3 (red, green, blue).",
            Assert.Throws<ArgumentException>(() => PngWriter.Encode(new byte[5], new Shape(2, 2, 1))).Message);
        Assert.Throws<ArgumentNullException>("path", () => PngWriter.Write(null!, new byte[4], new Shape(2, 2, 1)));
    }

    [Fact]
    public void A_grid_puts_images_beside_each_other_with_gaps()
    {
        ImageGrid grid = new(new Shape(1, 2, 1), rows: 2, columns: 2, gap: 1);
        grid.Place(0, 0, (ReadOnlySpan<byte>)[1, 2]);
        grid.Place(1, 1, [float.NaN, 300f]);
        grid.Place(0, 1, [-4f, 6.5f]);
        Assert.Equal(new Shape(3, 5, 1), grid.Shape);
        Assert.Equal([1, 2, 128, 0, 7, 128, 128, 128, 128, 128, 128, 128, 128, 0, 255], grid.Pixels);
    }

    [Fact]
    public void A_place_or_an_image_that_does_not_fit_the_grid_is_refused()
    {
        ImageGrid grid = new(new Shape(1, 2, 1), rows: 2, columns: 2);
        Assert.Equal(
            "There is no place in row 2 and column 0 of a grid of 2 rows and 2 columns.", Message(() => grid.Place(2, 0, [1f, 2])));
        Assert.StartsWith("There is no place in row 0 and column -1", Message(() => grid.Place(0, -1, [1f, 2])));
        Assert.Equal("An image of 3 numbers does not fit into a grid of images of 1x2x1.", Message(() => grid.Place(0, 0, new byte[3])));
        Assert.StartsWith("A grid of 0 rows and 2 columns", Message(() => new ImageGrid(new Shape(1, 2, 1), rows: 0, columns: 2)));
        Assert.StartsWith("A grid takes images", Message(() => new ImageGrid(new Shape(4), rows: 1, columns: 1)));

        static string Message(Action action) => Assert.Throws<ArgumentException>(action).Message;
    }

    [Fact]
    public void A_grid_is_written_as_a_file()
    {
        using TemporaryFolder folder = new();
        string path = Path.Combine(folder.Path, "grid.png");
        ImageGrid grid = new(new Shape(2, 2, 3), rows: 1, columns: 3);
        grid.Write(path);
        Assert.Equal(grid.Pixels, ImageResult.FromMemory(File.ReadAllBytes(path), ColorComponents.RedGreenBlue).Data);
        Assert.Throws<DataException>(() => grid.Write(Path.Combine(folder.Path, "absent", "grid.png")));
    }
}
