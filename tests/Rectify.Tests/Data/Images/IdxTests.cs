using Rectify.Data;
using Rectify.Kernels;

namespace Rectify.Tests.Data.Images;

public sealed class IdxTests
{
    private const string Images = "train-images-idx3-ubyte", Labels = "train-labels-idx1-ubyte";

    [Fact]
    public void Images_and_the_labels_beside_them_are_read()
    {
        using TemporaryFolder folder = new();
        string path = folder.Write(Images, SampleFiles.IdxImages(3));
        folder.Write(Labels, SampleFiles.IdxLabels(7, 2, 7));
        ImageSet set = ImageFiles.Read(path).Training;
        Assert.Equal((Images, 3, new Shape(1, 2, 1)), (set.Name, set.Count, set.Shape));
        Assert.Equal(["2", "7"], set.Labels);
        Assert.Equal([1, 0, 1], Enumerable.Range(0, 3).Select(set.ClassOf));
        Assert.Equal([4, 5], set.Pixels(2).ToArray());
        Assert.Equal("3", set.NameOf(2));
        Assert.Empty(set.Notices);
    }

    [Theory]
    [InlineData("train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte")]
    [InlineData("train-images.idx3-ubyte", "train-labels.idx1-ubyte.gz")]
    [InlineData("images.idx3-ubyte", "labels.idx1-ubyte")]
    [InlineData("my-images", "my-labels")]
    public void Names_may_be_spelt_as_people_do_and_either_file_may_be_packed(string images, string labels)
    {
        using TemporaryFolder folder = new();
        string path = folder.Write(images, Packed(SampleFiles.IdxImages(2), images));
        folder.Write(labels, Packed(SampleFiles.IdxLabels(0, 1), labels));
        Assert.True(ImageFiles.IsImages(path));
        Assert.Equal(["0", "1"], ImageFiles.Read(path).Training.Labels);
    }

    [Fact]
    public void Of_labels_that_are_there_both_ways_the_unpacked_are_read()
    {
        using TemporaryFolder folder = new();
        string path = folder.Write(Images, SampleFiles.IdxImages(2));
        folder.Write(Labels, SampleFiles.IdxLabels(0, 1));
        folder.Write(Labels + ".gz", TemporaryFile.Packed(SampleFiles.IdxLabels(2, 3)));
        Assert.Equal(["0", "1"], ImageFiles.Read(path).Training.Labels);
    }

    [Fact]
    public void Whether_a_file_is_packed_its_content_says_and_not_its_name()
    {
        using TemporaryFolder folder = new();
        string path = folder.Write(Images, TemporaryFile.Packed(SampleFiles.IdxImages(2)));
        folder.Write(Labels + ".gz", SampleFiles.IdxLabels(0, 1));
        Assert.Equal(2, ImageFiles.Read(path).Training.Count);
    }

    [Theory]
    [InlineData("t10k")]
    [InlineData("test")]
    public void A_folder_with_train_and_test_has_two_parts_with_the_same_labels(string test)
    {
        using TemporaryFolder folder = Parts(test, [0, 5], [5]);
        ImageParts parts = ImageFiles.Read(folder.Path);
        Assert.Equal((2, 1), (parts.Training.Count, parts.Test!.Count));
        Assert.Equal(["0", "5"], parts.Test.Labels);
        Assert.Equal(1, parts.Test.ClassOf(0));
        Assert.Empty(parts.Test.Notices);
    }

    [Fact]
    public void A_class_that_only_the_test_part_has_is_told()
    {
        using TemporaryFolder folder = Parts("t10k", [0, 5], [6]);
        ImageSet test = ImageFiles.Read(folder.Path).Test!;
        Assert.Equal(-1, test.ClassOf(0));
        Assert.Equal(
            "t10k-images-idx3-ubyte has classes that train-images-idx3-ubyte has not: 6; their images cannot be judged",
            Assert.Single(test.Notices).Text);
    }

    [Fact]
    public void A_folder_with_one_set_has_one_part()
    {
        using TemporaryFolder folder = new();
        folder.Write("t10k-images-idx3-ubyte", SampleFiles.IdxImages(1));
        folder.Write("t10k-labels-idx1-ubyte", SampleFiles.IdxLabels(3));
        ImageParts parts = ImageFiles.Read(folder.Path);
        Assert.Equal(1, parts.Training.Count);
        Assert.Null(parts.Test);
    }

    [Fact]
    public void Labels_may_be_missing_where_no_class_is_needed()
    {
        using TemporaryFolder folder = new();
        string path = folder.Write(Images, SampleFiles.IdxImages(1));
        ImageSet set = ImageFiles.Read(path, new ImageOptions { NeedsClasses = false }).Training;
        Assert.Empty(set.Labels);
        Assert.Equal(-1, set.ClassOf(0));
    }

    [Fact]
    public void Images_are_stretched_to_the_size_asked_for()
    {
        using TemporaryFolder folder = Parts("t10k", [0, 1], [0]);
        ImageSet set = ImageFiles.Read(folder.Path, new ImageOptions { Size = new(2, 1) }).Training;
        Assert.Equal(new Shape(2, 1, 1), set.Shape);
        Assert.Equal([1, 1], set.Pixels(0).ToArray());
        Assert.Equal(
            "stretched to 2x1, which changes the proportions of images of another form (change: --size)", Assert.Single(set.Notices).Text);
    }

    [Fact]
    public void Reading_can_be_cancelled()
    {
        using TemporaryFolder folder = Parts("t10k", [0, 1], [0]);
        Assert.Throws<OperationCanceledException>(() => ImageFiles.Read(folder.Path, null, new CancellationToken(canceled: true)));
    }

    private static TemporaryFolder Parts(string test, byte[] training, byte[] judged)
    {
        TemporaryFolder folder = new();
        folder.Write("train-images-idx3-ubyte", SampleFiles.IdxImages(training.Length));
        folder.Write("train-labels-idx1-ubyte", SampleFiles.IdxLabels(training));
        folder.Write($"{test}-images-idx3-ubyte", SampleFiles.IdxImages(judged.Length));
        folder.Write($"{test}-labels-idx1-ubyte", SampleFiles.IdxLabels(judged));
        return folder;
    }

    private static byte[] Packed(byte[] content, string name) => name.EndsWith(".gz") ? TemporaryFile.Packed(content) : content;
}
