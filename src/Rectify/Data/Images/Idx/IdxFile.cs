using System.Buffers.Binary;
using Rectify.Kernels;

namespace Rectify.Data;

/// <summary>Reads files in the IDX format of LeCun's MNIST page: a magic number, sizes as big-endian words, then bytes.</summary>
internal sealed class IdxFile(string path)
{
    public const uint ImagesMagic = 0x00000803, LabelsMagic = 0x00000801;
    private const string Again = "Fetch it again.";

    // Behind the magic number and three sizes.
    private const int ImagesStart = 4 * sizeof(uint);

    private readonly PackedFile _file = new(path);

    /// <summary>The first word of the unpacked file, or 0 where there is none.</summary>
    /// <exception cref="DataException">The file cannot be read.</exception>
    public uint ReadMagic()
        => _file.ReadStart(sizeof(uint)) is { Length: sizeof(uint) } start ? BinaryPrimitives.ReadUInt32BigEndian(start) : 0;

    /// <summary>
    /// All images, and the size they have in the file. Those of a file that is not packed and does not fit into memory stay where
    /// they are; of others memory is taken as they come, never as the header claims.
    /// </summary>
    /// <param name="options">The size they are stretched to, and what they may take of memory.</param>
    /// <param name="notices">Told what was done to them, and where they are, if not in memory.</param>
    /// <param name="cancellation">Ends the reading between two images.</param>
    /// <exception cref="DataException">The file cannot be read, is of another kind, or its length is not what its header says.</exception>
    public (ImageBytes Bytes, ImageSize Size) ReadImages(ImageOptions options, List<Notice> notices, CancellationToken cancellation)
        => Read(stream =>
        {
            uint[] header = ReadHeader(stream, ImagesMagic, words: 3);
            Claim claim = new(header[0], SizeOf(header));
            ImageSize? stretch = options.Size == claim.Size ? null : options.Size;
            if (stretch is { } wanted) { notices.Add(ImageNotices.Stretched(wanted)); }
            long most = options.MostMemory ?? MemoryLimit.ShareOfData();
            if (!ImageList.Fits(claim.Count, claim.Size.Pixels, most) && stretch is null && stream is FileStream plain)
            {
                return (InPlace(claim, plain.Length, most, notices), claim.Size);
            }
            ImageWriter writer = ImageWriter.For(_file.Name, claim.Count, (stretch ?? claim.Size).Pixels, most, notices);
            Read(claim, stream, stretch, writer, cancellation);
            return (writer.Finish(), claim.Size);
        });

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

    private void Read(Claim claim, Stream stream, ImageSize? stretch, ImageWriter writer, CancellationToken cancellation)
    {
        Shape shape = new(claim.Size.Height, claim.Size.Width, 1);
        for (uint count = 0; count < claim.Count; count++)
        {
            cancellation.ThrowIfCancellationRequested();
            byte[] image = new byte[shape.Length];
            if (stream.ReadAtLeast(image, image.Length, throwOnEndOfStream: false) < image.Length) { throw EndsAfter(count, claim); }
            writer.Add(stretch is { } wanted ? ImageResize.Apply(image, shape, wanted) : image);
        }
        CheckEnd(stream, claim.Count, "image");
    }

    private ImagesInFile InPlace(Claim claim, long length, long most, List<Notice> notices)
    {
        int stride = claim.Size.Pixels;
        if (length < ImagesStart + claim.Bytes) { throw EndsAfter((length - ImagesStart) / stride, claim); }
        if (length > ImagesStart + claim.Bytes) { throw GoesOn(claim.Count, "image"); }
        notices.Add(Notice.Choice(
            $"{_file.Name} is read image by image, because memory has {ByteSize.Text(most)} for {ByteSize.Text(claim.Bytes)} of images "
            + "(change: --max-memory)"));
        return new(_file.OpenAnywhere(), ImagesStart, checked((int)claim.Count), stride, stride);
    }

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
        if (stream.ReadByte() >= 0) { throw GoesOn(count, noun); }
    }

    private DataException EndsAfter(long count, Claim claim) => new(
        $"{_file.Name} claims {Listing.Number(claim.Count)} images of {claim.Size}, but ends after {Listing.Number(count)}. {Again}");

    private DataException GoesOn(uint count, string noun)
        => new($"{_file.Name} goes on after the {Listing.Counted(count, noun)} that it claims. {Again}");

    /// <summary>What a header says of the images behind it.</summary>
    private readonly record struct Claim(uint Count, ImageSize Size)
    {
        public long Bytes => (long)Count * Size.Pixels;
    }
}
