namespace Rectify.Data;

/// <summary>The bytes of images of one size, wherever they lie. Safe to read from many threads at once.</summary>
/// <param name="length">How many bytes an image has in all channels. A grey one among colour ones may lie there as a third of it.</param>
internal abstract class ImageBytes(int length)
{
    /// <summary>How many images there are.</summary>
    public abstract int Count { get; }

    /// <summary>How many bytes an image has in all channels.</summary>
    public int Length => length;

    /// <summary>How much room <see cref="Of"/> needs: none where all images lie in memory as they are asked for.</summary>
    public abstract int RoomLength { get; }

    /// <summary>The bytes of an image. Allocates nothing.</summary>
    /// <param name="image">From 0.</param>
    /// <param name="room">At least <see cref="RoomLength"/> bytes, which may be overwritten and hold the result.</param>
    public ReadOnlySpan<byte> Of(int image, Span<byte> room)
    {
        ReadOnlySpan<byte> pixels = Read(image, room);
        return pixels.Length == length ? pixels : Channels.Repeat(pixels, room);
    }

    /// <summary>The same images, grey ones in colour: of so many bytes.</summary>
    public abstract ImageBytes OfLength(int length);

    /// <summary>The bytes of an image as they lie, in memory or read into <paramref name="room"/>.</summary>
    protected abstract ReadOnlySpan<byte> Read(int image, Span<byte> room);
}
