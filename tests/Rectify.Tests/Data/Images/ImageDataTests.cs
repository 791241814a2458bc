using Rectify.Data;
using Rectify.Kernels;

namespace Rectify.Tests.Data.Images;

public sealed class ImageDataTests
{
    [Fact]
    public void Every_class_has_its_share_of_every_part()
    {
        ImageData data = ImageData.Make(new(Images(40)), new DataOptions { Validation = 0.2, Test = 0.2 });
        Assert.Equal((24, 8, 8), (data.Training.Count, data.Validation.Count, data.Test.Count));
        Assert.Equal([12, 12], data.ClassCounts);
    }

    [Fact]
    public void A_test_part_is_the_test_and_validation_is_taken_from_the_others()
    {
        ImageData data = ImageData.Make(new(Images(40), Images(6)), new DataOptions { Validation = 0.25, Test = 0.2 });
        Assert.Equal((30, 10, 6), (data.Training.Count, data.Validation.Count, data.Test.Count));
    }

    [Fact]
    public void Only_training_is_varied()
    {
        ImageData data = ImageData.Make(new(Images(40)), new DataOptions { Augmentation = Augmentation.Parse("flip") });
        float[] plain = new float[2], varied = new float[2], judged = new float[2], target = new float[1];
        data.Training.Fill([0], plain, target);
        int changed = Enumerable.Range(0, 20).Count(epoch =>
        {
            data.Training.FillVaried([0], (ulong)epoch, varied, target);
            return !varied.SequenceEqual(plain);
        });
        Assert.InRange(changed, 3, 17);

        data.Test.Fill([0], judged, target);
        Assert.True(judged[0] < judged[1]);
    }

    [Fact]
    public void What_cannot_be_learned_is_refused()
    {
        Assert.Equal(
            "x has 8 images, but training, validation and test need at least 10. Add images.",
            Assert.Throws<DataException>(() => ImageData.Make(new(Images(8)), new DataOptions())).Message);
        Assert.StartsWith("--task regression", Assert.Throws<ArgumentException>(
            () => ImageData.Make(new(Images(20)), new DataOptions { Task = TaskKind.Regression })).Message);

        ImageSet unknown = new("other", new Shape(1, 2, 1), [[1, 2]], ["c"], [0]);
        Assert.Equal(
            "other has no \"class\" that was met in training, so there is nothing to test on.",
            Assert.Throws<DataException>(() => ImageData.Make(new(Images(20), unknown), new DataOptions())).Message);
    }

    // Dark and bright by turns, brighter to the right.
    private static ImageSet Images(int count) => new(
        "x", new Shape(1, 2, 1), [.. Enumerable.Range(0, count).Select(i => (byte[])[(byte)(i % 2 * 100), (byte)(i % 2 * 100 + 50)])],
        ["dark", "bright"], [.. Enumerable.Range(0, count).Select(i => i % 2)]);
}
