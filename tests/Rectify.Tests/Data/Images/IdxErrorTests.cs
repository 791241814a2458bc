using Rectify.Data;

namespace Rectify.Tests.Data.Images;

public sealed class IdxErrorTests
{
    private const string Images = "train-images-idx3-ubyte", Labels = "train-labels-idx1-ubyte";

    public static TheoryData<byte[], string> LyingImages => new()
    {
        { [], "ends within its header. Fetch it again." },
        { SampleFiles.IdxImages(1)[..10], "ends within its header. Fetch it again." },
        { SampleFiles.IdxLabels(1),
            "begins with 0x00000801, but an IDX images file begins with 0x00000803. It holds labels: name the images file beside it." },
        { SampleFiles.Idx(0xCAFE, [1, 1, 1], 0), "begins with 0x0000cafe, but an IDX images file begins with 0x00000803." },
        { SampleFiles.IdxImages(0), "holds no images." },
        { SampleFiles.Idx(0x803, [5, 1, 2], 0, 1, 2), "claims 5 images of 1x2, but ends after 1. Fetch it again." },
        { SampleFiles.Idx(0x803, [uint.MaxValue, 1, 2], 0, 1), "claims 4,294,967,295 images of 1x2, but ends after 1. Fetch it again." },
        { SampleFiles.Idx(0x803, [1, 1, 2], 0, 1, 2), "goes on after the 1 image that it claims. Fetch it again." },
        { SampleFiles.Idx(0x803, [1, 0, 2]), "claims images of 0x2; 1x1 to 100,000,000 pixels are accepted. Fetch it again." },
        { SampleFiles.Idx(0x803, [1, uint.MaxValue, uint.MaxValue]),
            "claims images of 4294967295x4294967295; 1x1 to 100,000,000 pixels are accepted. Fetch it again." },
        { SampleFiles.Idx(0x803, [1, 1_000_000, 1_000_000]),
            "claims images of 1000000x1000000; 1x1 to 100,000,000 pixels are accepted. Fetch it again." },
    };

    public static TheoryData<byte[], string> LyingLabels => new()
    {
        { SampleFiles.IdxLabels(1, 2), $"{Labels} has 2 labels, but {Images} has 3 images. Fetch both from one place." },
        { SampleFiles.IdxImages(3), $"{Labels} begins with 0x00000803, but an IDX labels file begins with 0x00000801. It holds images." },
        { SampleFiles.Idx(0x801, [3], 1, 2), $"{Labels} claims 3 labels, but ends after 2. Fetch it again." },
        { SampleFiles.Idx(0x801, [uint.MaxValue], 1), $"{Labels} claims 4,294,967,295 labels, but ends after 1. Fetch it again." },
        { SampleFiles.Idx(0x801, [3], 1, 2, 3, 4), $"{Labels} goes on after the 3 labels that it claims. Fetch it again." },
    };

    [Theory]
    [MemberData(nameof(LyingImages))]
    public void A_header_that_lies_is_found_packed_or_not(byte[] content, string expected)
    {
        foreach (byte[] file in (byte[][])[content, TemporaryFile.Packed(content)])
        {
            using TemporaryFolder folder = new();
            folder.Write(Labels, SampleFiles.IdxLabels(0));
            Assert.Equal($"{Images} {expected}", Message(folder.Write(Images, file)));
        }
    }

    [Theory]
    [MemberData(nameof(LyingLabels))]
    public void Labels_that_do_not_fit_are_found(byte[] labels, string expected)
    {
        using TemporaryFolder folder = new();
        folder.Write(Labels, labels);
        Assert.Equal(expected, Message(folder.Write(Images, SampleFiles.IdxImages(3))));
    }

    [Fact]
    public void A_missing_labels_file_is_called_by_its_name()
    {
        using TemporaryFolder folder = new();
        Assert.Equal(
            $"{Images} has no labels file beside it. Put {Labels} or {Labels}.gz there.",
            Message(folder.Write(Images, SampleFiles.IdxImages(1))));
        Assert.Equal(
            "pictures.bin has no labels file beside it. Call both as MNIST does: train-images-idx3-ubyte and train-labels-idx1-ubyte.",
            Message(folder.Write("pictures.bin", SampleFiles.IdxImages(1))));
    }

    [Fact]
    public void Whoever_names_the_labels_is_told_to_name_the_images()
    {
        using TemporaryFolder folder = new();
        string path = folder.Write("numbers", SampleFiles.IdxLabels(1));
        Assert.True(ImageFiles.IsImages(path));
        Assert.EndsWith("It holds labels: name the images file beside it.", Message(path, needsClasses: false));
    }

    [Fact]
    public void A_packed_file_that_is_cut_short_is_found()
    {
        using TemporaryFolder folder = new();
        byte[] packed = TemporaryFile.Packed(SampleFiles.IdxImages(120));
        foreach (byte[] file in (byte[][])[packed[..^4], packed[..(packed.Length / 2)]])
        {
            Assert.Equal(
                $"{Images} is a gzip file that is cut short or damaged. Fetch or pack it again.",
                Message(folder.Write(Images, file), needsClasses: false));
        }
    }

    [Fact]
    public void Several_sets_without_a_word_which_are_refused()
    {
        using TemporaryFolder folder = new();
        folder.Write("a-images-idx3-ubyte", SampleFiles.IdxImages(1));
        folder.Write("b-images-idx3-ubyte", SampleFiles.IdxImages(1));
        Assert.Equal(
            $"{folder.Path} holds several sets of images: a-images-idx3-ubyte, b-images-idx3-ubyte. Name the file of one.",
            Message(folder.Path));
    }

    [Fact]
    public void Parts_of_two_sizes_are_refused()
    {
        using TemporaryFolder folder = new();
        folder.Write(Images, SampleFiles.IdxImages(1));
        folder.Write("t10k-images-idx3-ubyte", SampleFiles.Idx(0x803, [1, 1, 1], 0));
        Assert.Equal(
            "train-images-idx3-ubyte holds images of 1x2, but t10k-images-idx3-ubyte of 1x1. Bring them to one size with --size 32x32.",
            Message(folder.Path, needsClasses: false));
    }

    [Fact]
    public void A_file_that_is_not_there_is_named()
        => Assert.StartsWith($"There is no file '{Images}'.", Message(Images));

    private static string Message(string path, bool needsClasses = true)
        => Assert.Throws<DataException>(() => ImageFiles.Read(path, new ImageOptions { NeedsClasses = needsClasses })).Message;
}
