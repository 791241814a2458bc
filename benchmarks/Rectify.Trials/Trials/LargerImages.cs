using System.Buffers.Binary;

namespace Rectify.Trials;

/// <summary>An IDX file with more pixels than the process has room for.</summary>
internal sealed class LargerImages : LargerThanMemory
{
    private const int Count = 1_100_000, Side = 64, Pixels = Side * Side;
    private const string Images = "larger-images-idx3-ubyte", Labels = "larger-labels-idx1-ubyte";

    // Images are cut out of noise at random places; those of the second class are brighter.
    private const int NoiseLength = 1 << 20, Brighter = 24;

    public override string Name => "larger-images";

    public override string Summary => $"{What} in an IDX file are learned by a process that has not as many bytes of addresses.";

    protected override string What => $"{Count:N0} images of {Side}x{Side} pixels";

    protected override long InMemory => (long)Count * Pixels;

    protected override long OnDisk => InMemory;

    protected override string[] Arguments => [Images, "--model", "mlp"];

    protected override void Make(WorkFolder folder, Progress progress, CancellationToken cancellation)
    {
        using FileStream images = Begin(folder.PathOf(Images), [0x803, Count, Side, Side]);
        using FileStream labels = Begin(folder.PathOf(Labels), [0x801, Count]);
        Random random = new(1);
        byte[] dark = new byte[NoiseLength];
        random.NextBytes(dark);
        byte[] bright = Array.ConvertAll(dark, value => (byte)Math.Min(value + Brighter, byte.MaxValue));
        for (int image = 0; image < Count; image++)
        {
            cancellation.ThrowIfCancellationRequested();
            images.Write((image % 2 == 0 ? dark : bright).AsSpan(random.Next(NoiseLength - Pixels), Pixels));
            labels.WriteByte((byte)(image % 2));
            if (progress.IsDue) { progress.Say($"{image:N0} of {Count:N0} images written"); }
        }
    }

    private static FileStream Begin(string path, int[] header)
    {
        FileStream file = new(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1 << 20);
        byte[] word = new byte[sizeof(int)];
        foreach (int value in header)
        {
            BinaryPrimitives.WriteInt32BigEndian(word, value);
            file.Write(word);
        }
        return file;
    }
}
