using Rectify.Data;
using Rectify.Kernels;

namespace Rectify.Tests.Data.Images;

public sealed class ImageResizeTests
{
    [Fact]
    public void Shrinking_averages_areas()
        => Assert.Equal([15, 35], Row([10, 20, 30, 40], to: 2));

    // Each of the two covers half of the middle one: (30 + ½·90) / 1.5 and (½·90 + 75) / 1.5.
    [Fact]
    public void Shrinking_takes_parts_of_pixels()
        => Assert.Equal([50, 80], Row([30, 90, 75], to: 2));

    // New centres lie at −¼, ¼, ¾ and 1¼ of the old ones.
    [Fact]
    public void Growing_is_linear_between_centres()
        => Assert.Equal([0, 25, 75, 100], Row([0, 100], to: 4));

    [Fact]
    public void One_pixel_fills_whatever_it_becomes()
        => Assert.All(ImageResize.Apply([77], new Shape(1, 1, 1), new(3, 5)), value => Assert.Equal(77, value));

    [Fact]
    public void A_dimension_may_grow_while_the_other_shrinks()
        => Assert.Equal([15, 35, 15, 35], ImageResize.Apply([10, 20, 30, 40], new Shape(1, 4, 1), new(2, 2)));

    [Fact]
    public void Channels_do_not_mix()
        => Assert.Equal([5, 50, 150], ImageResize.Apply([0, 0, 100, 10, 100, 200], new Shape(1, 2, 3), new(1, 1)));

    [Theory]
    [InlineData(1, 7)]
    [InlineData(7, 1)]
    [InlineData(13, 28)]
    [InlineData(28, 13)]
    [InlineData(28, 28)]
    [InlineData(1000, 3)]
    public void Weights_of_every_pixel_add_up(int from, int to)
    {
        ResizeAxis axis = new(from, to);
        for (int i = 0; i < to; i++)
        {
            Assert.Equal(axis.Total, axis.Weights(i).ToArray().Sum());
            Assert.InRange(axis.First(i) + axis.Weights(i).Length, 1, from);
        }
    }

    [Fact]
    public void The_same_size_is_the_same_image()
    {
        byte[] image = [.. Enumerable.Range(0, 60).Select(value => (byte)(value * 37))];
        Assert.Equal(image, ImageResize.Apply(image, new Shape(4, 5, 3), new(4, 5)));
    }

    private static byte[] Row(byte[] row, int to) => ImageResize.Apply(row, new Shape(1, row.Length, 1), new(1, to));
}
