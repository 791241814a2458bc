using Rectify.Data;
using Rectify.Kernels;

namespace Rectify.Tests.Data.Images;

public sealed class ReadForModelTests
{
    private static readonly Shape Grey = new(1, 2, 1), Colour = new(1, 2, 3);

    [Fact]
    public void Classes_are_matched_by_name_and_an_unknown_one_is_none()
    {
        using TemporaryFolder folder = new();
        foreach (string name in (string[])["ape/1.png", "bee/2.png", "cat/3.png"]) { folder.Write(name, SampleFiles.Grey(1, 2, 5)); }
        ImageSet set = ImageFiles.ReadForModel(folder.Path, Grey, ["cat", "ape"]);
        Assert.Equal(["cat", "ape"], set.Labels);
        Assert.Equal([1, -1, 0], Enumerable.Range(0, 3).Select(set.ClassOf));
    }

    [Fact]
    public void One_image_and_a_folder_of_images_are_of_no_class()
    {
        using TemporaryFolder folder = new();
        string path = folder.Write("1.png", SampleFiles.Grey(1, 2, 5));
        foreach (string place in (string[])[path, folder.Path])
        {
            ImageSet set = ImageFiles.ReadForModel(place, Grey, ["cat", "ape"]);
            Assert.Equal((1, "1.png", -1), (set.Count, set.NameOf(0), set.ClassOf(0)));
        }
    }

    [Fact]
    public void Grey_is_repeated_where_the_model_learned_colour()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("1.png", SampleFiles.Grey(1, 2, 5));
        string packed = folder.Write("images-idx3-ubyte", SampleFiles.IdxImages(1));
        Assert.Equal([5, 5, 5, 5, 5, 5], ImageFiles.ReadForModel(file, Colour, []).Pixels(0).ToArray());
        Assert.Equal([0, 0, 0, 1, 1, 1], ImageFiles.ReadForModel(packed, Colour, []).Pixels(0).ToArray());
    }

    [Fact]
    public void Colour_is_refused_where_the_model_learned_grey()
    {
        using TemporaryFolder folder = new();
        folder.Write("1.png", SampleFiles.Grey(1, 2, 5));
        folder.Write("2.png", SampleFiles.Colour(1, 2, 5, 6, 7));
        Assert.Equal(
            "2.png is in colour, but the model learned grey images. Convert it to grey first.", Message(folder.Path));
    }

    [Fact]
    public void Another_size_is_refused_unless_the_model_stretches()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("1.png", SampleFiles.Grey(3, 4, 5));
        string packed = folder.Write("images-idx3-ubyte", SampleFiles.Idx(0x803, [1, 2, 2], 1, 2, 3, 4));
        const string Advice = "Scale it to that size, or train with --size 1x2: such a model stretches what it is given.";
        Assert.Equal($"1.png is 3x4 (height x width), but the model takes 1x2. {Advice}", Message(file));
        Assert.Equal($"Each image of images-idx3-ubyte is 2x2 (height x width), but the model takes 1x2. {Advice}", Message(packed));
        Assert.Equal([5, 5], ImageFiles.ReadForModel(file, Grey, [], stretch: true).Pixels(0).ToArray());
        Assert.Equal([2, 3], ImageFiles.ReadForModel(packed, Grey, [], stretch: true).Pixels(0).ToArray());
    }

    [Fact]
    public void Of_a_folder_with_two_parts_the_test_part_is_judged()
    {
        using TemporaryFolder folder = new();
        folder.Write("train-images-idx3-ubyte", SampleFiles.IdxImages(3));
        folder.Write("train-labels-idx1-ubyte", SampleFiles.IdxLabels(0, 1, 2));
        folder.Write("t10k-images-idx3-ubyte", SampleFiles.IdxImages(2));
        folder.Write("t10k-labels-idx1-ubyte", SampleFiles.IdxLabels(2, 0));
        ImageSet set = ImageFiles.ReadForModel(folder.Path, Grey, ["2", "1", "0"]);
        Assert.Equal([0, 2], Enumerable.Range(0, set.Count).Select(set.ClassOf));
        Assert.Equal(
            "the test part, t10k-images-idx3-ubyte (for the other name train-images-idx3-ubyte)", Assert.Single(set.Notices).Text);
    }

    [Fact]
    public void Labels_that_do_not_fit_are_no_reason_to_ignore_them()
    {
        using TemporaryFolder folder = new();
        string path = folder.Write("images-idx3-ubyte", SampleFiles.IdxImages(2));
        folder.Write("labels-idx1-ubyte", SampleFiles.IdxLabels(2));
        Assert.StartsWith("labels-idx1-ubyte has 1 label", Message(path));
    }

    private static string Message(string path)
        => Assert.Throws<DataException>(() => ImageFiles.ReadForModel(path, Grey, [])).Message;
}
