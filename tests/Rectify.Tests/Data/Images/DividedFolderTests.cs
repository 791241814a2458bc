using Rectify.Data;
using Rectify.Kernels;

namespace Rectify.Tests.Data.Images;

public sealed class DividedFolderTests
{
    [Fact]
    public void Train_and_test_are_read_as_parts_with_the_same_labels()
    {
        using TemporaryFolder folder = Folder("train/ape/1.png", "train/bee/2.png", "train/cat/3.png", "Test/cat/4.png", "Test/ape/5.png");
        Assert.True(ImageFiles.IsImages(folder.Path));
        (ImageSet training, ImageSet? test) = ImageFiles.Read(folder.Path);
        string name = Path.GetFileName(folder.Path);
        Assert.Equal(($"{name}/train", $"{name}/Test"), (training.Name, test!.Name));
        Assert.Equal(["ape", "bee", "cat"], training.Labels);
        Assert.Equal(["ape", "bee", "cat"], test.Labels);
        Assert.Equal(["train/ape/1.png 0", "train/bee/2.png 1", "train/cat/3.png 2"], Images(training));
        Assert.Equal(["Test/ape/5.png 0", "Test/cat/4.png 2"], Images(test));
    }

    [Fact]
    public void A_model_is_given_the_test_part()
    {
        using TemporaryFolder folder = Folder("train/ape/1.png", "test/ape/2.png", "test/fly/3.png");
        ImageSet set = ImageFiles.ReadForModel(folder.Path, new Shape(1, 2, 1), ["bee", "ape"]);
        Assert.Equal(["test/ape/2.png 1", "test/fly/3.png -1"], Images(set));
        string name = Path.GetFileName(folder.Path);
        Assert.Equal($"the test part, {name}/test (for the other name {name}/train)", Assert.Single(set.Notices).Text);
    }

    [Fact]
    public void A_class_that_training_lacks_is_warned_of()
    {
        using TemporaryFolder folder = Folder("train/ape/1.png", "test/fly/3.png");
        Notice notice = Assert.Single(ImageFiles.Read(folder.Path).Test!.Notices);
        Assert.Equal(NoticeKind.Warning, notice.Kind);
        Assert.EndsWith("fly; their images cannot be judged", notice.Text);
    }

    [Theory]
    [InlineData("val", "test/ape/3.png", "test", "dropped val: validation is taken from training (change: --validation)")]
    [InlineData("valid", "valid/ape/3.png", "valid", "the test part is valid; validation is taken from training (change: --validation)")]
    public void Validation_is_taken_from_training_whatever_else_is_there(string name, string other, string test, string says)
    {
        using TemporaryFolder folder = Folder("training/ape/1.png", name + "/ape/2.png", other);
        ImageParts parts = ImageFiles.Read(folder.Path);
        Assert.EndsWith("/" + test, parts.Test!.Name);
        Assert.Contains(parts.Training.Notices, notice => notice.Text == says);
    }

    [Fact]
    public void What_lies_beside_the_parts_is_named()
    {
        using TemporaryFolder folder = Folder("train/ape/1.png", "test/ape/2.png", "test1/3.png", "4.png");
        Assert.Equal(
            ["dropped 1 image that lies in no class's folder: 4.png", "dropped 1 folder that lies beside images or deeper: test1"],
            ImageFiles.Read(folder.Path).Training.Notices.Where(n => n.Kind == NoticeKind.Dropped).Select(n => n.Text));
    }

    [Fact]
    public void A_test_without_classes_is_none_and_a_part_alone_is_all()
    {
        using TemporaryFolder folder = Folder("train/ape/1.png", "train/bee/2.png", "test/3.png");
        ImageParts parts = ImageFiles.Read(folder.Path);
        Assert.Null(parts.Test);
        Assert.Contains(parts.Training.Notices, notice => notice.Text.EndsWith("deeper: test"));
    }

    [Fact]
    public void Parts_without_classes_are_there_to_be_reconstructed()
    {
        using TemporaryFolder folder = Folder("train/1.png", "test/2.png");
        ImageParts parts = ImageFiles.Read(folder.Path, new ImageOptions { NeedsClasses = false });
        Assert.Equal((1, 1), (parts.Training.Count, parts.Test!.Count));
        Assert.StartsWith($"{folder.Path}{Path.DirectorySeparatorChar}train does not say", Message(folder));
    }

    [Fact]
    public void A_class_may_be_called_train()
    {
        using TemporaryFolder folder = Folder("bus/1.png", "train/2.png");
        Assert.Equal(["bus", "train"], ImageFiles.Read(folder.Path).Training.Labels);
    }

    private static TemporaryFolder Folder(params string[] names)
    {
        TemporaryFolder folder = new();
        foreach (string name in names) { folder.Write(name, SampleFiles.Grey(1, 2, 5)); }
        return folder;
    }

    private static IEnumerable<string> Images(ImageSet set)
        => Enumerable.Range(0, set.Count).Select(image => $"{set.NameOf(image)} {set.ClassOf(image)}");

    private static string Message(TemporaryFolder folder) => Assert.Throws<DataException>(() => ImageFiles.Read(folder.Path)).Message;
}
