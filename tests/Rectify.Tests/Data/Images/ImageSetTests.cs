using Rectify.Data;
using Rectify.Kernels;

namespace Rectify.Tests.Data.Images;

public sealed class ImageSetTests
{
    private static readonly Shape TwoGreys = new(1, 2, 1);

    [Fact]
    public void Images_that_do_not_fit_together_are_refused()
    {
        Assert.Equal("x holds no images.", Message(TwoGreys, [], [], []));
        Assert.Equal(
            "x has images of 1x2x2, but an image is height x width x 1 (grey) or 3 (red, green, blue).",
            Message(new(1, 2, 2), [[0, 0, 0, 0]], [], []));
        Assert.Equal("x, image 2 has 1 bytes, but 1x2x1 takes 2.", Message(TwoGreys, [[0, 0], [0]], [], []));
        Assert.Equal("x has 1 images, but classes of 2.", Message(TwoGreys, [[0, 0]], ["a"], [0, 0]));
        Assert.Equal("x has classes outside of its 1 labels.", Message(TwoGreys, [[0, 0]], ["a"], [1]));
    }

    [Theory]
    [InlineData("32x24", 32, 24)]
    [InlineData("1x1", 1, 1)]
    public void A_size_is_written_height_first(string text, int height, int width)
    {
        Assert.Equal(new ImageSize(height, width), ImageSize.Parse(text));
        Assert.Equal(text, ImageSize.Parse(text).ToString());
    }

    [Theory]
    [InlineData("32")]
    [InlineData("0x4")]
    [InlineData("-1x4")]
    [InlineData("4x4x3")]
    [InlineData("100000x100000")]
    public void What_is_no_size_is_answered_with_one(string text)
        => Assert.Equal(
            $"'{text}' is not an image's size. It is written height x width, such as 32x32, with at most 100 million pixels.",
            Assert.Throws<ArgumentException>(() => ImageSize.Parse(text)).Message);

    private static string Message(Shape shape, byte[][] images, string[] labels, int[] classes)
        => Assert.Throws<DataException>(() => new ImageSet("x", shape, images, labels, classes)).Message;
}
