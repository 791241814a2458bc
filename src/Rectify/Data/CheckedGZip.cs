using System.Buffers.Binary;
using System.IO.Compression;

namespace Rectify.Data;

/// <summary>Unpacks gzip and notices where the file was cut short, which the platform's stream passes off as its end.</summary>
/// <remarks>RFC 1952, section 2.3.1: the last four bytes of a file are the unpacked length, modulo 2³².</remarks>
internal sealed class CheckedGZip(FileStream file) : Stream
{
    private readonly GZipStream _unpacked = new(file, CompressionMode.Decompress, leaveOpen: true);
    private uint _length;

    private static ReadOnlySpan<byte> MemberStart => [0x1F, 0x8B, 0x08];

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <exception cref="InvalidDataException">The packed data are damaged or cut short.</exception>
    public override int Read(Span<byte> buffer)
    {
        int count = _unpacked.Read(buffer);
        _length += (uint)count;
        if (count == 0 && buffer.Length > 0) { CheckEnd(); }
        return count;
    }

    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _unpacked.Dispose();
            file.Dispose();
        }
        base.Dispose(disposing);
    }

    private void CheckEnd()
    {
        Span<byte> end = stackalloc byte[4];
        file.Position = Math.Max(0, file.Length - end.Length);
        if (file.ReadAtLeast(end, end.Length, throwOnEndOfStream: false) == end.Length
            && BinaryPrimitives.ReadUInt32LittleEndian(end) != _length
            && !HasSeveralMembers())
        {
            throw new InvalidDataException("The packed data end early.");
        }
    }

    // The length at the end is that of the last member alone. A second member begins with the same three bytes as the first.
    private bool HasSeveralMembers()
    {
        byte[] block = new byte[1 << 16];
        file.Position = 1;
        int kept = 0;
        for (int read; (read = file.Read(block, kept, block.Length - kept)) > 0;)
        {
            int filled = kept + read;
            if (block.AsSpan(0, filled).IndexOf(MemberStart) >= 0) { return true; }
            kept = Math.Min(2, filled);
            block.AsSpan(filled - kept, kept).CopyTo(block);
        }
        return false;
    }
}
