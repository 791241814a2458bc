namespace Rectify.Data;

/// <summary>The scale of each channel of images. All pixels of a channel share one, so that an edge looks the same everywhere.</summary>
internal static class ChannelScales
{
    /// <summary>Learns one scale a channel from some images.</summary>
    public static Scale[] Learn(ImageSet images, IReadOnlyList<int> rows, Scaling scaling)
    {
        int channels = images.Shape.Units;
        return scaling switch
        {
            Scaling.None => Repeated(Scale.Identity, channels),
            Scaling.MinMax => Repeated(new Scale(byte.MinValue, byte.MaxValue), channels),
            _ => [.. Count(images, rows).Select(Standard)],
        };
    }

    private static Scale[] Repeated(Scale scale, int channels) => [.. Enumerable.Repeat(scale, channels)];

    // Bytes are counted rather than added: the moments are then exact, in any order.
    private static long[][] Count(ImageSet images, IReadOnlyList<int> rows)
    {
        int channels = images.Shape.Units;
        long[][] counts = [.. Enumerable.Range(0, channels).Select(_ => new long[byte.MaxValue + 1])];
        byte[] room = new byte[images.Bytes.RoomLength];
        foreach (int row in rows)
        {
            ReadOnlySpan<byte> pixels = images.Bytes.Of(row, room);
            for (int i = 0; i < pixels.Length; i++) { counts[i % channels][pixels[i]]++; }
        }
        return counts;
    }

    private static Scale Standard(long[] counts)
    {
        double total = counts.Sum(), mean = counts.Index().Sum(c => (double)c.Index * c.Item) / total;
        double deviation = Math.Sqrt(counts.Index().Sum(c => (c.Index - mean) * (c.Index - mean) * c.Item) / total);
        return new(mean, deviation > 0 ? deviation : 1);
    }
}
