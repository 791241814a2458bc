namespace Rectify.Cli.Tests.Failures;

/// <summary>Images that cannot be used: exit 3, a sentence that names the file, and nothing left behind.</summary>
public sealed class BadImagesTests
{
    private const string Images = "set-images-idx3-ubyte", Labels = "set-labels-idx1-ubyte";

    public static TheoryData<string, byte[], string> BadFiles => new()
    {
        { "short.png", Pictures.Bar(0)[..^20], "cut short or damaged" },
        { "nothing.png", [], "is empty" },
        { "text.png", "height,size\n1,low\n"u8.ToArray(), "no PNG, JPEG or BMP" },
        { "film.jpg", "GIF89a"u8.ToArray(), "no PNG, JPEG or BMP" },
        { "large.png", Pictures.Bar(0, side: 9), "--size" },
    };

    [Theory]
    [InlineData(31, "claims 31 images of 8x8, but ends after 30")]
    [InlineData(29, "goes on after the 29 images that it claims")]
    public void An_IDX_file_lies_about_how_many_it_holds(int claimed, string says)
        => Refuses(Images, says, (Images, Pictures.Idx(30, claimed)), (Labels, Pictures.IdxLabels(30)));

    [Fact]
    public void There_are_fewer_labels_than_images()
        => Refuses(".", $"{Labels} has 29 labels, but {Images} has 30", (Images, Pictures.Idx(30)), (Labels, Pictures.IdxLabels(29)));

    [Fact]
    public void There_is_no_labels_file() => Refuses(Images, $"Put {Labels}", (Images, Pictures.Idx(30)));

    [Fact]
    public void The_labels_are_named_instead_of_the_images()
        => Refuses(Labels, "name the images file", (Images, Pictures.Idx(30)), (Labels, Pictures.IdxLabels(30)));

    [Theory]
    [MemberData(nameof(BadFiles))]
    public void One_file_of_many_is_none_and_is_named(string name, byte[] content, string says)
    {
        using Workplace here = new();
        here.Write(Pictures.Bars(here) + "/lying/" + name, content);
        string sentence = Refuses(here, "bars", says);
        Assert.Contains($"lying/{name}", sentence);
    }

    [Fact]
    public void A_class_is_empty()
    {
        using Workplace here = new();
        Directory.CreateDirectory(here.PathOf(Pictures.Bars(here) + "/slanted"));
        Refuses(here, "bars", "The class slanted in bars has no images");
    }

    [Fact]
    public void There_is_one_class_and_the_finding_says_so()
    {
        using Workplace here = new();
        Directory.Delete(here.PathOf(Pictures.Bars(here) + "/lying"), recursive: true);
        Refuses(here, "bars", "one class, standing");
        Assert.Equal("constant-labels", (string?)here.Run("train", "bars", "--json").Json["finding"]);
    }

    [Fact]
    public void There_are_no_classes()
        => Refuses("bars", "--task reconstruction", ("bars/1.png", Pictures.Bar(1)), ("bars/2.png", Pictures.Bar(2)));

    [Fact]
    public void There_are_too_few() => Refuses("bars", "at least 10", ("bars/a/1.png", Pictures.Bar(1)), ("bars/b/2.png", Pictures.Bar(2)));

    [Theory]
    [InlineData("photos", "no file or folder 'photos'")]
    [InlineData("photos/digits", "no file or folder photos/digits")]
    [InlineData("dgits", "Did you mean digits?")]
    [InlineData("photo.png", "no file photo.png")]
    public void They_are_not_there(string place, string says) => Refuses(place, says);

    [Theory]
    [InlineData("empty")]
    [InlineData("notes")]
    public void A_folder_holds_no_images(string folder)
    {
        using Workplace here = new();
        Directory.CreateDirectory(here.PathOf("empty"));
        here.Write("notes/a/notes.txt", [1]);
        Refuses(here, folder, "holds neither images");
    }

    [Fact]
    public void A_test_folder_has_images_of_another_size()
    {
        using Workplace here = new();
        Pictures.Bars(here, "set/train");
        here.Write("set/test/lying/1.png", Pictures.Bar(1, side: 9));
        Assert.Contains("test/lying/1.png is 9x9", Refuses(here, "set", "8x8"));
    }

    private static void Refuses(string data, string says, params (string Name, byte[] Content)[] files)
    {
        using Workplace here = new();
        foreach ((string name, byte[] content) in files) { here.Write(name, content); }
        Refuses(here, data, says);
    }

    private static string Refuses(Workplace here, string data, string says)
    {
        string[] before = here.Entries;
        string train = here.Run("train", data).Refuses(ExitCode.Data);
        Assert.Contains(says, train);
        Assert.Equal(train, here.Run("inspect", data).Refuses(ExitCode.Data));
        Assert.Equal(before, here.Entries);
        return train;
    }
}
