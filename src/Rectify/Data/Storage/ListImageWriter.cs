namespace Rectify.Data;

/// <summary>Keeps images in memory, which is taken as they come.</summary>
internal sealed class ListImageWriter(int length) : ImageWriter
{
    private readonly List<byte[]> _images = [];

    public override void Add(byte[] pixels) => _images.Add(pixels);

    public override ImageBytes Finish() => new ImageList(_images, length);
}
