using Rectify.Data;
using Rectify.Kernels;

namespace Rectify.Tests.Data.Images;

public sealed class AugmentationTests
{
    private const string Accepted = "Accepted are shift=pixels, crop=pixels and flip, in any order, such as shift=2,flip,crop=4; or none.";

    [Theory]
    [InlineData("none", "none")]
    [InlineData("", "none")]
    [InlineData("flip", "flip")]
    [InlineData("crop=4,flip,shift=2", "shift=2,flip,crop=4")]
    [InlineData("shift=0", "none")]
    public void Text_is_read_in_any_order_and_written_in_one(string text, string written)
    {
        Augmentation augmentation = Augmentation.Parse(text);
        Assert.Equal(written, augmentation.ToString());
        Assert.Equal(augmentation, Augmentation.Parse(written));
        Assert.Equal(written == "none", augmentation.IsNone);
    }

    [Theory]
    [InlineData("turn=3", "'turn=3' is no way to vary an image.")]
    [InlineData("flip=1", "'flip=1' is no way to vary an image.")]
    [InlineData("shift", "'shift' does not say how many pixels.")]
    [InlineData("shift=-1", "'shift=-1' does not say how many pixels.")]
    [InlineData("flip,flip", "'flip,flip' says flip twice.")]
    public void What_is_no_augmentation_is_answered_with_what_is(string text, string expected)
        => Assert.Equal($"{expected} {Accepted}", Assert.Throws<ArgumentException>(() => Augmentation.Parse(text)).Message);

    [Theory]
    [InlineData("shift=3")]
    [InlineData("crop=3")]
    public void What_would_leave_nothing_of_an_image_is_refused(string text)
        => Assert.Equal(
            $"{text} does not fit images of 3x4: 0 to 2 pixels are accepted.",
            Assert.Throws<ArgumentException>(() => Augmentation.Parse(text).Check(new Shape(3, 4, 1))).Message);

    [Fact]
    public void A_shift_moves_and_leaves_black_behind()
        => Assert.Equal([0, 0, 0, 0, 1, 2], Vary("shift=1", [1, 2, 3, 4, 5, 6], new Shape(2, 3, 1), new(1, 1, false, 0, 0)));

    [Fact]
    public void A_flip_mirrors_pixels_and_not_their_channels()
        => Assert.Equal([4, 5, 6, 1, 2, 3], Vary("flip", [1, 2, 3, 4, 5, 6], new Shape(1, 2, 3), new(0, 0, true, 0, 0)));

    [Fact]
    public void A_mirrored_image_moves_the_way_that_is_drawn()
        => Assert.Equal([0, 3, 2, 0, 6, 5], Vary("shift=1,flip", [1, 2, 3, 4, 5, 6], new Shape(2, 3, 1), new(0, 1, true, 0, 0)));

    // Of the window 0 100 the centres of four pixels lie at −¼, ¼, ¾ and 1¼.
    [Fact]
    public void A_window_is_stretched_to_the_whole()
    {
        byte[] image = [.. Enumerable.Repeat((byte[])[7, 0, 100, 9], 4).SelectMany(row => row)];
        Assert.Equal([0, 25, 75, 100], Vary("crop=2", image, new Shape(4, 4, 1), new(0, 0, false, 1, 1))[..4]);
    }

    [Theory]
    [InlineData("crop=1")]
    [InlineData("crop=4,flip")]
    [InlineData("crop=3,flip")]
    public void Every_window_of_every_place_is_inside_and_one_grey_stays_so(string text)
    {
        Shape shape = new(5, 6, 3);
        byte[] image = [.. Enumerable.Repeat((byte)200, shape.Length)];
        for (int row = 0; row < 60; row++)
        {
            Variation drawn = Variation.Draw(Augmentation.Parse(text), new Philox(seed: 1, RandomPurpose.Augmentation), row);
            Assert.All(Vary(text, image, shape, drawn), value => Assert.Equal(200, value));
        }
    }

    [Fact]
    public void Draws_reach_all_that_is_allowed_and_no_more()
    {
        Augmentation augmentation = Augmentation.Parse("shift=1,flip,crop=1");
        Philox random = new(seed: 1, RandomPurpose.Augmentation);
        Variation[] drawn = [.. Enumerable.Range(0, 400).Select(row => Variation.Draw(augmentation, random, row))];
        Assert.Equal(3 * 3 * 2 * 2 * 2, drawn.Distinct().Count());
        Assert.InRange(drawn.Count(variation => variation.IsMirrored), 160, 240);
        Assert.All(drawn, variation => Assert.True(
            Math.Abs(variation.Down) <= 1 && Math.Abs(variation.Right) <= 1 && variation.Top is 0 or 1 && variation.Left is 0 or 1));
    }

    private static float[] Vary(string text, byte[] image, Shape shape, Variation variation)
    {
        float[] varied = new float[shape.Length];
        float[] plain = ChannelValues.Of(new float[shape.Units], [.. Enumerable.Repeat(1f, shape.Units)]);
        new ImageVariation(Augmentation.Parse(text), shape).Apply(image, variation, plain, varied);
        return varied;
    }
}
