using Rectify.Data;

namespace Rectify.Tests.Data.Images;

public sealed class ImageFolderErrorTests
{
    private const string Damaged = "is cut short or damaged. Fetch or save it again, or remove it.";
    private const string Foreign = "is no PNG, JPEG or BMP image, whatever its name says. Save it as one, or remove it.";
    private const string Undecodable =
        "cannot be decoded: it is damaged, or of a kind of PNG, JPEG or BMP that is not read here. Save it as a plain PNG.";

    public static TheoryData<string, byte[], string> BadImages => new()
    {
        { "empty.png", [], "is empty. Fetch or save it again, or remove it." },
        { "text.png", "no image at all"u8.ToArray(), Foreign },
        { "film.png", "GIF89a"u8.ToArray(), Foreign },
        { "short.png", SampleFiles.Grey(9, 9, 5)[..^5], Damaged },
        { "start.png", SampleFiles.Grey(9, 9, 5)[..8], Damaged },
        { "altered.png", Altered(SampleFiles.Grey(9, 9, 5), at: 45), Damaged },
        { "short.jpg", SampleFiles.Jpeg[..^2], Damaged },
        { "start.jpg", SampleFiles.Jpeg[..40], Damaged },
        { "short.bmp", SampleFiles.Bmp()[..^1], Damaged },
        { "start.bmp", SampleFiles.Bmp()[..20], Damaged },
        { "packed.bmp", Altered(SampleFiles.Bmp(), at: 30), Undecodable },
        { "no-pixels.png", [.. SampleFiles.Grey(1, 1, 0)[..33], .. SampleFiles.Chunk("IEND", [])], Undecodable },
        { "huge.png", Sized(0x7FFF, 0x7FFF), "claims 32767x32767 pixels; up to 100,000,000 are accepted. Scale it down." },
    };

    [Theory]
    [MemberData(nameof(BadImages))]
    public void An_image_that_is_none_is_named(string name, byte[] content, string expected)
    {
        using TemporaryFolder folder = new();
        folder.Write("a/0.png", SampleFiles.Grey(1, 1, 0));
        folder.Write("a/" + name, content);
        Assert.Equal($"a/{name} {expected}", Message(folder.Path));
    }

    [Fact]
    public void Of_several_bad_images_the_first_is_named()
    {
        using TemporaryFolder folder = new();
        for (int i = 0; i < 40; i++) { folder.Write($"a/{i:00}.png", i >= 7 && i % 2 == 1 ? [] : SampleFiles.Grey(1, 1, 0)); }
        for (int trial = 0; trial < 5; trial++) { Assert.StartsWith("a/07.png is empty.", Message(folder.Path)); }
    }

    [Fact]
    public void Two_sizes_are_named_with_their_files()
    {
        using TemporaryFolder folder = new();
        folder.Write("a/1.png", SampleFiles.Grey(3, 4, 0));
        folder.Write("b/2.png", SampleFiles.Grey(4, 3, 0));
        Assert.Equal("a/1.png is 3x4 (height x width), but b/2.png is 4x3. Bring all to one size with --size 32x32.", Message(folder.Path));
    }

    [Fact]
    public void A_class_without_images_is_named()
    {
        using TemporaryFolder folder = new();
        folder.Write("a/1.png", SampleFiles.Grey(1, 1, 0));
        folder.Write("b/notes.txt", []);
        Assert.Equal(
            $"The class b in {folder.Path} has no images, which end with .png, .jpg, .jpeg or .bmp. "
            + "Put some into its folder, or remove it.",
            Message(folder.Path));
    }

    [Fact]
    public void Images_without_classes_are_refused_where_classes_are_needed()
    {
        using TemporaryFolder folder = new();
        folder.Write("1.png", SampleFiles.Grey(1, 1, 0));
        Assert.Equal(
            $"{folder.Path} does not say of which class its images are. Put those of each class into a folder of its own, "
            + "or learn them for themselves with --task reconstruction.",
            Message(folder.Path));
    }

    [Fact]
    public void A_folder_without_images_and_a_file_that_is_not_there_are_named()
    {
        using TemporaryFolder folder = new();
        ImageOptions options = new() { NeedsClasses = false };
        Assert.Equal(
            $"{folder.Path} holds no images, which end with .png, .jpg, .jpeg or .bmp.",
            Assert.Throws<DataException>(() => ImageFiles.Read(folder.Path, options)).Message);
        string absent = Path.Combine(folder.Path, "a.png");
        Assert.Equal($"There is no file {absent}.", Assert.Throws<DataException>(() => ImageFiles.Read(absent, options)).Message);
    }

    private static string Message(string path) => Assert.Throws<DataException>(() => ImageFiles.Read(path)).Message;

    private static byte[] Altered(byte[] file, int at)
    {
        file[at] ^= 0xFF;
        return file;
    }

    private static byte[] Sized(ushort height, ushort width)
    {
        byte[] plain = SampleFiles.Grey(1, 1, 0);
        byte[] header = [0, 0, (byte)(width >> 8), (byte)width, 0, 0, (byte)(height >> 8), (byte)height, 8, 0, 0, 0, 0];
        return [.. plain[..8], .. SampleFiles.Chunk("IHDR", header), .. plain[33..]];
    }
}
