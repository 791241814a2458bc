using Rectify.Data;
using Rectify.Kernels;
using Rectify.Networks;
using Rectify.Tests.Data.Images;
using Rectify.Training;

namespace Rectify.Tests.Data.Storage;

/// <summary>Images that lie in a file are, but for the notice, the images in memory.</summary>
public sealed class SpilledImagesTests : IDisposable
{
    private const int Count = 40, Side = 6;

    private readonly TemporaryFolder _folder = new();

    /// <summary>Each kind of place, how much of it stays in memory, and what is said of the rest.</summary>
    public static TheoryData<string, ImageSize?, long, string> Places => new()
    {
        { "idx", null, 0, "train-images-idx3-ubyte is read image by image" },
        { "idx", new ImageSize(4, 5), 0, "read from a temporary file of 800 bytes" },
        { "gz", null, 0, "read from a temporary file of 1.4 kB" },
        { "grey", null, 0, "read from a temporary file of 1.4 kB" },
        { "mixed", null, 0, "read from a temporary file of 2.9 kB" },
        { "mixed", null, Count * 48 + 300, "read from a temporary file of " },
        { "mixed", new ImageSize(4, 5), 0, "read from a temporary file of 1.6 kB" },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public void Every_image_and_the_model_trained_on_them_are_the_same(string place, ImageSize? size, long mostMemory, string notice)
    {
        ImageOptions options = new() { Size = size };
        ImageSet kept = ImageFiles.Read(Make(place), options).Training;
        ImageSet read = ImageFiles.Read(Make(place), options with { MostMemory = mostMemory }).Training;

        Assert.StartsWith(notice, Assert.Single(read.Notices.Except(kept.Notices)).Text);
        Assert.Equal((kept.Shape, kept.Count), (read.Shape, read.Count));
        Assert.All(Enumerable.Range(0, Count), image => Assert.Equal(kept.Pixels(image).ToArray(), read.Pixels(image).ToArray()));
        Assert.Equal(Enumerable.Range(0, Count).Select(kept.ClassOf), Enumerable.Range(0, Count).Select(read.ClassOf));
        Assert.Equal(ModelOf(kept), ModelOf(read));
    }

    [Fact]
    public void Where_they_are_is_said_with_the_reason() => Assert.Equal(
        $"read from a temporary file of 1.4 kB in {SpillFile.Folder} (elsewhere: {SpillFile.FolderVariable}), "
            + "because memory has 1 kB for 1.4 kB of images (change: --max-memory)",
        Assert.Single(ImageFiles.Read(Make("gz"), new() { MostMemory = 1000 }).Training.Notices).Text);

    [Theory]
    [InlineData("idx")]
    [InlineData("gz")]
    [InlineData("mixed")]
    public void Filling_a_batch_allocates_nothing(string place)
    {
        ImageParts parts = ImageFiles.Read(Make(place), new() { MostMemory = 0 });
        SampleSource rows = ImageData.Make(parts, new() { Augmentation = Augmentation.Parse("shift=1") }).Training;
        int[] batch = [5, 3, 20, 3];
        float[] inputs = new float[batch.Length * rows.InputShape.Length], targets = new float[batch.Length];
        rows.FillVaried(batch, 1, inputs, targets);
        Assert.Equal(0, Allocations.Of(() =>
        {
            rows.Fill(batch, inputs, targets);
            rows.FillVaried(batch, 2, inputs, targets);
        }));
    }

    [Fact]
    public void Grey_images_in_a_file_are_colour_ones_to_a_model_of_colour()
    {
        ImageSet grey = ImageFiles.Read(Make("idx"), new() { MostMemory = 0 }).Training;
        byte[] colour = grey.InChannels(3).Pixels(7).ToArray();
        Assert.Equal(grey.Pixels(7).ToArray().SelectMany(value => Enumerable.Repeat(value, 3)), colour);
    }

    [Theory]
    [InlineData(-1, "claims 40 images of 6x6, but ends after 39.")]
    [InlineData(1, "goes on after the 40 images that it claims.")]
    public void A_file_whose_length_is_not_what_it_claims_is_refused_without_being_read(int more, string complaint)
    {
        byte[] whole = Idx();
        string path = _folder.Write("images-idx3-ubyte", more < 0 ? whole[..^-more] : [.. whole, .. new byte[more]]);
        ImageOptions options = new() { NeedsClasses = false, MostMemory = 0 };
        Assert.Contains(complaint, Assert.Throws<DataException>(() => ImageFiles.Read(path, options)).Message);
    }

    [Fact]
    public void A_file_that_becomes_shorter_while_it_is_read_is_said_to_have()
    {
        string path = Make("idx");
        ImageSet images = ImageFiles.Read(path, new() { MostMemory = 0 }).Training;
        File.WriteAllBytes(path, Idx()[..100]);
        Assert.Equal(
            "train-images-idx3-ubyte became shorter while it was read. Try again when nothing writes to it.",
            Assert.Throws<DataException>(() => images.Pixels(Count - 1).Length).Message);
    }

    public void Dispose() => _folder.Dispose();

    private static byte[] ModelOf(ImageSet images)
    {
        TrainOptions options = new()
        {
            Design = new NetworkDesign { Channels = [3], Hidden = [5] }, Epochs = 2, BatchSize = 8, Threads = 1,
            Augmentation = Augmentation.Parse("shift=1,flip"),
        };
        ImageTraining training = new(new ImageParts(images), options);
        training.Run();
        using TemporaryFile model = new([], "model.safetensors");
        training.Model.Save(model.Path);
        return File.ReadAllBytes(model.Path);
    }

    private string Make(string place)
    {
        if (place is "idx" or "gz")
        {
            _folder.Write("train-labels-idx1-ubyte", SampleFiles.IdxLabels([.. Enumerable.Range(0, Count).Select(i => (byte)(i % 2))]));
            string name = "train-images-idx3-ubyte";
            return place == "idx" ? _folder.Write(name, Idx()) : _folder.Write($"{name}.gz", TemporaryFile.Packed(Idx()));
        }
        string folder = Path.GetDirectoryName(Path.GetDirectoryName(_folder.Write($"{place}/even/00.png", Png(0, isGrey: true)))!)!;
        for (int i = 1; i < Count; i++)
        {
            _folder.Write($"{place}/{(i % 2 == 0 ? "even" : "odd")}/{i:00}.png", Png(i, isGrey: place == "grey" || i % 2 == 0));
        }
        return folder;
    }

    private static byte[] Idx() => SampleFiles.Idx(0x803, [Count, Side, Side], [.. Enumerable.Range(0, Count).SelectMany(Pixels)]);

    private static byte[] Png(int image, bool isGrey) => isGrey
        ? PngWriter.Encode([.. Pixels(image)], new Shape(Side, Side, 1))
        : PngWriter.Encode([.. Pixels(image).SelectMany(value => (byte[])[value, 0, (byte)~value])], new Shape(Side, Side, 3));

    private static IEnumerable<byte> Pixels(int image) => Enumerable.Range(0, Side * Side).Select(at => (byte)(image * 31 + at * at * 7));
}
