namespace Rectify.Data;

/// <summary>Writes images to a temporary file, a block of them at a time.</summary>
internal sealed class FileImageWriter : ImageWriter
{
    private const int UsualBlock = 1 << 20;

    private readonly SpillFile _file;
    private readonly byte[] _block;
    private readonly int _length;
    private int _filled, _count;

    /// <param name="owner">What sentences call the set.</param>
    /// <param name="length">How many bytes each image has.</param>
    public FileImageWriter(string owner, int length)
    {
        _length = length;
        // Made before an image comes, so that a disk without a place shows at once; how much will come, only a header says.
        _file = SpillFile.Create(owner);
        _block = new byte[Math.Max(1, UsualBlock / length) * length];
    }

    public override void Add(byte[] pixels)
    {
        pixels.CopyTo(_block, _filled);
        _filled += _length;
        _count++;
        if (_filled == _block.Length) { WriteBlock(); }
    }

    public override ImageBytes Finish()
    {
        WriteBlock();
        return new ImagesInFile(_file, 0, _count, _length, _length);
    }

    private void WriteBlock()
    {
        _file.Write(_block.AsSpan(0, _filled), (long)_count * _length - _filled);
        _filled = 0;
    }
}
