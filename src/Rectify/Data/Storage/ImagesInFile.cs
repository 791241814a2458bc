namespace Rectify.Data;

/// <summary>Images that lie one after the other in a file.</summary>
/// <param name="file">The file.</param>
/// <param name="start">Where the first one begins.</param>
/// <param name="count">How many there are.</param>
/// <param name="stride">How many bytes each has there.</param>
/// <param name="length">How many bytes each has in all channels.</param>
internal sealed class ImagesInFile(FileBytes file, long start, int count, int stride, int length) : ImageBytes(length)
{
    public override int Count => count;
    public override int RoomLength => Length;

    public override ImageBytes OfLength(int length) => new ImagesInFile(file, start, count, stride, length);

    protected override ReadOnlySpan<byte> Read(int image, Span<byte> room)
    {
        file.Read(room[..stride], start + (long)image * stride);
        return room[..stride];
    }
}
