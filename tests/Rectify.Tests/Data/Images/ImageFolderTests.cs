using Rectify.Data;
using Rectify.Kernels;

namespace Rectify.Tests.Data.Images;

public sealed class ImageFolderTests
{
    private static readonly ImageOptions NoClasses = new() { NeedsClasses = false };

    [Fact]
    public void A_subfolder_is_a_class_and_all_is_in_ordinal_order()
    {
        using TemporaryFolder folder = new();
        folder.Write("dog/b.png", SampleFiles.Grey(1, 2, 20));
        folder.Write("dog/a.png", SampleFiles.Grey(1, 2, 10));
        folder.Write("Cat/z.PNG", SampleFiles.Grey(1, 2, 30));
        ImageSet set = ImageFiles.Read(folder.Path).Training;
        Assert.Equal(Path.GetFileName(folder.Path), set.Name);
        Assert.Equal(["Cat", "dog"], set.Labels);
        Assert.Equal(["Cat/z.PNG", "dog/a.png", "dog/b.png"], Enumerable.Range(0, set.Count).Select(set.NameOf));
        Assert.Equal([0, 1, 1], Enumerable.Range(0, set.Count).Select(set.ClassOf));
        Assert.Equal([10, 10], set.Pixels(1).ToArray());
        Assert.Equal(new Shape(1, 2, 1), set.Shape);
        Assert.Equal("grey: in every pixel red, green and blue are equal", Assert.Single(set.Notices).Text);
    }

    [Fact]
    public void One_coloured_pixel_makes_all_coloured()
    {
        using TemporaryFolder folder = new();
        folder.Write("a/grey.png", SampleFiles.Grey(1, 2, 9));
        folder.Write("b/red.bmp", SampleFiles.Bmp());
        ImageSet set = ImageFiles.Read(folder.Path).Training;
        Assert.Equal(new Shape(1, 2, 3), set.Shape);
        Assert.Equal([9, 9, 9, 9, 9, 9], set.Pixels(0).ToArray());
        Assert.Equal([255, 0, 0, 7, 7, 7], set.Pixels(1).ToArray());
        Assert.Equal("in colour, because b/red.bmp is", Assert.Single(set.Notices).Text);
    }

    [Fact]
    public void A_colour_file_without_a_coloured_pixel_is_grey()
    {
        using TemporaryFolder folder = new();
        folder.Write("a/a.png", SampleFiles.Colour(1, 1, 5, 5, 5));
        Assert.Equal(1, ImageFiles.Read(folder.Path).Training.Shape.Units);
    }

    [Fact]
    public void A_jpeg_is_read()
    {
        using TemporaryFolder folder = new();
        ImageSet set = ImageFiles.Read(folder.Write("ramp.jpg", SampleFiles.Jpeg), NoClasses).Training;
        Assert.Equal(new Shape(8, 8, 1), set.Shape);
        for (int x = 0; x < 8; x++) { Assert.InRange(set.Pixels(0)[x], 30 * x - 6, 30 * x + 6); }
    }

    // Four pixels of 24 bits are three words, and no word is added.
    [Fact]
    public void A_bmp_whose_rows_are_whole_words_is_whole()
    {
        byte[] file = [.. SampleFiles.Bmp(), 0, 0, 0, 0];
        file[18] = 4;
        Assert.Null(ImageFormat.FlawOf(file));
        Assert.StartsWith("is cut short", ImageFormat.FlawOf(file.AsSpan()[..^1]));
    }

    [Fact]
    public void What_is_transparent_is_put_on_white()
    {
        using TemporaryFolder folder = new();
        folder.Write("a/a.png", SampleFiles.Transparent(100, 0, 0, 51));
        ImageSet set = ImageFiles.Read(folder.Path).Training;

        // 100 · 0.2 + 255 · 0.8 and 0 · 0.2 + 255 · 0.8.
        Assert.Equal([224, 204, 204], set.Pixels(0).ToArray());
        Assert.Contains(set.Notices, notice => notice.Text == "1 image with transparency put on white");
    }

    [Fact]
    public void Nothing_is_left_out_without_a_word()
    {
        using TemporaryFolder folder = new();
        string[] names = ["a/1.png", "a/old/2.png", "b/3.png", "top.png", "a/.DS_Store", "b/Thumbs.db", ".git/x", "read.me"];
        foreach (string name in names) { folder.Write(name, SampleFiles.Grey(1, 1, 0)); }
        ImageSet set = ImageFiles.Read(folder.Path).Training;
        Assert.Equal(["a/1.png", "b/3.png"], Enumerable.Range(0, set.Count).Select(set.NameOf));
        Assert.Equal(
            [
                "dropped 2 hidden files or folders: .git, a/.DS_Store",
                "dropped 2 files that do not end with .png, .jpg, .jpeg or .bmp: read.me, b/Thumbs.db",
                "dropped 1 image that lies in no class's folder: top.png",
                "dropped 1 folder that lies beside images or deeper: a/old",
            ],
            set.Notices.Where(notice => notice.Kind == NoticeKind.Dropped).Select(notice => notice.Text));
    }

    [Fact]
    public void Nor_is_what_lies_beside_images_without_classes()
    {
        using TemporaryFolder folder = new();
        string[] names = ["1.png", "read.me", ".DS_Store", "deep/er/2.png"];
        foreach (string name in names) { folder.Write(name, SampleFiles.Grey(1, 1, 0)); }
        Assert.Equal(
            [
                "dropped 1 hidden file or folder: .DS_Store",
                "dropped 1 file that does not end with .png, .jpg, .jpeg or .bmp: read.me",
                "dropped 1 folder that lies beside images or deeper: deep",
            ],
            ImageFiles.Read(folder.Path, NoClasses).Training.Notices
                .Where(notice => notice.Kind == NoticeKind.Dropped).Select(notice => notice.Text));
    }

    [Fact]
    public void Images_of_any_size_are_stretched_to_the_one_asked_for()
    {
        using TemporaryFolder folder = new();
        folder.Write("a/small.png", SampleFiles.Grey(1, 2, 10));
        folder.Write("b/large.png", SampleFiles.Grey(30, 20, 20));
        ImageSet set = ImageFiles.Read(folder.Path, new ImageOptions { Size = new(4, 3) }).Training;
        Assert.Equal(new Shape(4, 3, 1), set.Shape);
        Assert.All(set.Pixels(1).ToArray(), value => Assert.Equal(20, value));
        Assert.Contains(set.Notices, notice => notice.Text.StartsWith("stretched to 4x3"));
    }

    [Fact]
    public void A_folder_of_images_and_one_image_have_no_classes()
    {
        using TemporaryFolder folder = new();
        string path = folder.Write("b.png", SampleFiles.Grey(1, 1, 2));
        folder.Write("a.png", SampleFiles.Grey(1, 1, 1));
        ImageSet all = ImageFiles.Read(folder.Path, NoClasses).Training, one = ImageFiles.Read(path, NoClasses).Training;
        Assert.Equal((2, "a.png", "b.png"), (all.Count, all.NameOf(0), all.NameOf(1)));
        Assert.Equal((1, "b.png", -1), (one.Count, one.NameOf(0), one.ClassOf(0)));
        Assert.Empty(one.Labels);
    }

    [Fact]
    public void What_stands_for_images_is_told_cheaply()
    {
        using TemporaryFolder folder = new();
        Assert.False(ImageFiles.IsImages(folder.Path));
        Assert.False(ImageFiles.IsImages(folder.Write("table.csv", "a,b\n1,2\n"u8.ToArray())));
        Assert.False(ImageFiles.IsImages(Path.Combine(folder.Path, "nothing.csv")));
        Assert.True(ImageFiles.IsImages(Path.Combine(folder.Path, "nothing.jpeg")));
        folder.Write("deep/er/a.png", SampleFiles.Grey(1, 1, 0));
        Assert.False(ImageFiles.IsImages(folder.Path));
        Assert.True(ImageFiles.IsImages(Path.Combine(folder.Path, "deep")));
        Assert.True(ImageFiles.IsImages(Path.Combine(folder.Path, "deep", "er")));
    }

    [Fact]
    public void Reading_can_be_cancelled()
    {
        using TemporaryFolder folder = new();
        folder.Write("a/a.png", SampleFiles.Grey(1, 1, 0));
        Assert.Throws<OperationCanceledException>(() => ImageFiles.Read(folder.Path, null, new CancellationToken(canceled: true)));
    }
}
