namespace Rectify.Data;

/// <summary>Images in memory, an array for each: no limit on the sum of all, and no copy when the last one is known.</summary>
internal sealed class ImageList(IReadOnlyList<byte[]> images, int length) : ImageBytes(length)
{
    // What an image takes beside its bytes: an array's head, and its place in the list.
    private const int BytesBeside = 32;

    public override int Count => images.Count;
    public override int RoomLength { get; } = images.All(image => image.Length == length) ? 0 : length;

    /// <summary>Whether so many images take no more than that of memory.</summary>
    public static bool Fits(long count, int length, long mostMemory) => count * (length + BytesBeside) <= mostMemory;

    public override ImageBytes OfLength(int length) => new ImageList(images, length);

    protected override ReadOnlySpan<byte> Read(int image, Span<byte> room) => images[image];
}
