using Rectify.Data;
using Rectify.Kernels;

namespace Rectify.Tests.Data.Images;

public sealed class RealImageTests
{
    [Fact]
    public void Fashion_has_60_000_and_10_000_images_of_ten_classes()
    {
        string folder = Path.GetDirectoryName(SharedData.PathOf("fashion/train-images-idx3-ubyte.gz"))!;
        Assert.True(ImageFiles.IsImages(folder));
        (ImageSet training, ImageSet? test) = ImageFiles.Read(folder);
        Assert.Equal((60_000, 10_000, new Shape(28, 28, 1)), (training.Count, test!.Count, training.Shape));
        Assert.Equal(10, training.Labels.Count);
        Assert.All(Enumerable.Range(0, training.Count).CountBy(training.ClassOf), share => Assert.Equal(6_000, share.Value));
        Assert.All(Enumerable.Range(0, test.Count).CountBy(test.ClassOf), share => Assert.Equal(1_000, share.Value));
        Assert.Empty(training.Notices);
    }
}
