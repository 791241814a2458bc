using Rectify.Data;
using Rectify.Kernels;

namespace Rectify.Tests.Data.Images;

public sealed class ImageSourceTests
{
    private static readonly Augmentation Every = Augmentation.Parse("shift=2,flip,crop=3");

    private static ImageSet TwoColours { get; } = new("two", new Shape(1, 1, 3), [[10, 20, 30], [0, 255, 128]], ["a", "b"], [1, -1]);

    [Fact]
    public void A_byte_is_centred_and_spread_by_its_channel()
    {
        ImageSource source = new(TwoColours, [10, 0, 2], [1, 5, 4]);
        float[] inputs = new float[6], targets = new float[2];
        source.Fill([1, 0], inputs, targets);
        Assert.Equal([-10, 51, 31.5f, 0, 4, 7], inputs);
        Assert.Equal([float.NaN, 1], targets);
        Assert.Equal((2, new Shape(1, 1, 3), new Shape(1)), (source.Count, source.InputShape, source.TargetShape));
    }

    [Fact]
    public void An_image_may_be_its_own_target_varied_or_not()
    {
        SampleSource source = new ReconstructionSource(Digits("shift=2"));
        float[] inputs = new float[784], targets = new float[784], varied = new float[784];
        Assert.Equal(source.InputShape, source.TargetShape);
        source.Fill([3], inputs, targets);
        Assert.Equal(inputs, targets);
        source.FillVaried([3], variation: 1, varied, targets);
        Assert.Equal(varied, targets);
        Assert.NotEqual(inputs, varied);
    }

    [Fact]
    public void Without_augmentation_nothing_varies()
    {
        ImageSource source = Digits("none");
        float[] inputs = new float[784], varied = new float[784];
        source.Fill([5], inputs, []);
        source.FillVaried([5], variation: 9, varied, []);
        Assert.Equal(inputs, varied);
    }

    [Fact]
    public void A_row_varies_by_epoch_and_not_by_its_batch()
    {
        ImageSource source = Digits(Every.ToString());
        float[] alone = new float[784], again = new float[784], other = new float[784], batch = new float[3 * 784];
        source.FillVaried([7], variation: 2, alone, []);
        source.FillVaried([7], variation: 2, again, []);
        source.FillVaried([7], variation: 3, other, []);
        source.FillVaried([1, 7, 0], variation: 2, batch, []);
        Assert.Equal(alone, again);
        Assert.NotEqual(alone, other);
        Assert.Equal(alone, batch[784..1568]);
    }

    [Fact]
    public void A_subset_varies_its_rows_as_the_whole_does()
    {
        ImageSource source = Digits(Every.ToString());
        float[] whole = new float[784], part = new float[784], target = new float[1];
        source.FillVaried([12], variation: 4, whole, []);
        source.Take([3, 12]).FillVaried([1], variation: 4, part, target);
        Assert.Equal(whole, part);
        Assert.Equal(2, target[0]);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("shift=2,flip,crop=3")]
    public void Filling_allocates_nothing(string augmentation)
    {
        SampleSource source = Digits(augmentation).Take([0, 1, 2, 3]);
        float[] inputs = new float[4 * 784], targets = new float[4];
        int[] rows = [0, 1, 2, 3];
        Fill();
        Assert.Equal(0, Allocations.Of(Fill));

        void Fill()
        {
            source.Fill(rows, inputs, targets);
            source.FillVaried(rows, 1, inputs, targets);
        }
    }

    [Fact]
    public void Scales_that_do_not_fit_are_refused()
    {
        Assert.Equal(
            "two has 3 channels, but 1 centres and 3 spreads were given.",
            Assert.Throws<ArgumentException>(() => new ImageSource(TwoColours, [0], [1, 1, 1])).Message);
        Assert.Equal(
            "A channel's spread is not above 0.",
            Assert.Throws<ArgumentException>(() => new ImageSource(TwoColours, [0, 0, 0], [1, 0, 1])).Message);
    }

    private static ImageSource Digits(string augmentation)
        => new(DrawnDigits.Make(seed: 1, count: 20), [30], [60], Augmentation.Parse(augmentation), seed: 5);
}
