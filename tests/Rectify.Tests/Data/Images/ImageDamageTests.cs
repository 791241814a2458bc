using Rectify.Data;
using Rectify.Kernels;

namespace Rectify.Tests.Data.Images;

public sealed class ImageDamageTests
{
    private const int Trials = 300;

    public static TheoryData<string, byte[]> Files => new()
    {
        { "a.png", SampleFiles.Colour(9, 7, 1, 2, 3) },
        { "a.jpg", SampleFiles.Jpeg },
        { "a.bmp", SampleFiles.Bmp() },
        { "a-images-idx3-ubyte", SampleFiles.IdxImages(9) },
        { "b-images-idx3-ubyte", TemporaryFile.Packed(SampleFiles.IdxImages(90)) },
    };

    /// <summary>Whatever bytes are altered and wherever a file ends, images come out or a sentence, and no other exception.</summary>
    [Theory]
    [MemberData(nameof(Files))]
    public void A_damaged_file_gives_images_or_a_sentence(string name, byte[] content)
    {
        using TemporaryFolder folder = new();
        for (int trial = 0; trial < Trials; trial++)
        {
            Philox random = new(seed: 3, RandomPurpose.Probe, stream: (ulong)trial);
            byte[] damaged = content[..(trial % 3 == 0 ? random.Below(0, content.Length) : content.Length)];
            for (ulong i = 1; i <= (ulong)(trial % 7) && damaged.Length > 0; i++)
            {
                damaged[random.Below(2 * i, damaged.Length)] = (byte)random.Bits(2 * i + 1);
            }
            try
            {
                ImageSet set = ImageFiles.Read(folder.Write(name, damaged), new ImageOptions { NeedsClasses = false }).Training;
                Assert.Equal(set.Shape.Length, set.Pixels(0).Length);
            }
            catch (DataException refusal)
            {
                Assert.EndsWith(".", refusal.Message);
            }
        }
    }
}
