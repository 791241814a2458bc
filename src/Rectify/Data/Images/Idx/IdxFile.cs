using System.Buffers.Binary;

namespace Rectify.Data;

/// <summary>Reads files in the IDX format of LeCun's MNIST page: a magic number, sizes as big-endian words, then bytes.</summary>
internal sealed class IdxFile(string path)
{
    public const uint ImagesMagic = 0x00000803, LabelsMagic = 0x00000801;
    private const string Again = "Fetch it again.";
    private readonly PackedFile _file = new(path);

    /// <summary>The first word of the unpacked file, or 0 where there is none.</summary>
    /// <exception cref="DataException">The file cannot be read.</exception>
    public uint ReadMagic()
        => _file.ReadStart(sizeof(uint)) is { Length: sizeof(uint) } start ? BinaryPrimitives.ReadUInt32BigEndian(start) : 0;

    /// <summary>All images, one array each. Memory is taken as images come, never as the header claims.</summary>
    /// <exception cref="DataException">The file cannot be read, is of another kind, or its length is not what its header says.</exception>
    public List<byte[]> ReadImages(out ImageSize size, CancellationToken cancellation = default)
    {
        ImageSize found = default;
        List<byte[]> images = Read(stream =>
        {
            uint[] header = ReadHeader(stream, ImagesMagic, words: 3);
            found = SizeOf(header);
            List<byte[]> read = [];
            while (read.Count < header[0])
            {
                cancellation.ThrowIfCancellationRequested();
                byte[] image = new byte[found.Height * found.Width];
                if (stream.ReadAtLeast(image, image.Length, throwOnEndOfStream: false) < image.Length)
                {
                    throw new DataException(
                        $"{_file.Name} claims {Listing.Number(header[0])} images of {found}, "
                        + $"but ends after {Listing.Number(read.Count)}. {Again}");
                }
                read.Add(image);
            }
            CheckEnd(stream, header[0], "image");
            return read;
        });
        size = found;
        return images;
    }

    /// <summary>The label of each image, 0 to 255.</summary>
    /// <exception cref="DataException">The file cannot be read, is of another kind, or its length is not what its header says.</exception>
    public byte[] ReadLabels() => Read(stream =>
    {
        uint claimed = ReadHeader(stream, LabelsMagic, words: 1)[0];
        byte[] block = new byte[1 << 16];
        using MemoryStream labels = new();
        while (labels.Length < claimed)
        {
            int read = stream.Read(block, 0, (int)Math.Min(block.Length, claimed - labels.Length));
            if (read == 0)
            {
                throw new DataException(
                    $"{_file.Name} claims {Listing.Number(claimed)} labels, but ends after {Listing.Number(labels.Length)}. {Again}");
            }
            labels.Write(block, 0, read);
        }
        CheckEnd(stream, claimed, "label");
        return labels.ToArray();
    });

    private T Read<T>(Func<Stream, T> read)
    {
        using Stream stream = _file.Open();
        try { return read(stream); }
        catch (InvalidDataException cause) { throw _file.Damaged(cause); }
        catch (IOException cause) { throw _file.Unreadable(cause); }
    }

    private uint[] ReadHeader(Stream stream, uint magic, int words)
    {
        byte[] header = new byte[(1 + words) * sizeof(uint)];
        int length = stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
        uint found = length >= sizeof(uint) ? BinaryPrimitives.ReadUInt32BigEndian(header) : 0;
        if (length >= sizeof(uint) && found != magic)
        {
            string kind = magic == ImagesMagic ? "images" : "labels";
            string instead = found switch
            {
                LabelsMagic => " It holds labels: name the images file beside it.",
                ImagesMagic => " It holds images.",
                _ => "",
            };
            throw new DataException($"{_file.Name} begins with 0x{found:x8}, but an IDX {kind} file begins with 0x{magic:x8}.{instead}");
        }
        if (length < header.Length) { throw new DataException($"{_file.Name} ends within its header. {Again}"); }
        return [.. Enumerable.Range(1, words).Select(word => BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(word * sizeof(uint))))];
    }

    private ImageSize SizeOf(uint[] header)
    {
        (uint count, uint height, uint width) = (header[0], header[1], header[2]);
        if (count == 0) { throw new DataException($"{_file.Name} holds no images."); }
        bool isPossible = height <= int.MaxValue && width <= int.MaxValue && new ImageSize((int)height, (int)width).IsPossible;
        return isPossible ? new((int)height, (int)width) : throw new DataException(
            $"{_file.Name} claims images of {height}x{width}; 1x1 to {Listing.Number(ImageSize.MostPixels)} pixels are accepted. {Again}");
    }

    // Reading on also lets a packed file check its own end.
    private void CheckEnd(Stream stream, uint count, string noun)
    {
        if (stream.ReadByte() >= 0)
        {
            throw new DataException($"{_file.Name} goes on after the {Listing.Counted(count, noun)} that it claims. {Again}");
        }
    }
}
