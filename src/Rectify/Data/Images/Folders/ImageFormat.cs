using System.Buffers.Binary;

namespace Rectify.Data;

/// <summary>
/// Whether a file is a whole PNG, JPEG or BMP. The decoder reads zeros where a file ends early and checks no sums, so a
/// damaged image would become a wrong one.
/// </summary>
internal static class ImageFormat
{
    private static readonly string[] Endings = [".png", ".jpg", ".jpeg", ".bmp"];

    /// <summary>What begins every PNG file.</summary>
    public static ReadOnlySpan<byte> PngStart => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>The endings of image files' names, as messages list them.</summary>
    public const string Known = ".png, .jpg, .jpeg or .bmp";

    /// <summary>Whether a name says that its file is an image.</summary>
    public static bool IsImageName(string path) => Endings.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    /// <summary>What is wrong with a file, as a sentence goes on after its name; null where it is whole.</summary>
    public static string? FlawOf(ReadOnlySpan<byte> file)
    {
        bool? isWhole = file switch
        {
            _ when file.StartsWith(PngStart) => IsWholePng(file),
            [0xFF, 0xD8, 0xFF, ..] => IsWholeJpeg(file),
            [(byte)'B', (byte)'M', ..] => IsWholeBmp(file),
            _ => null,
        };
        return isWhole switch
        {
            true => null,
            false => "is cut short or damaged. Fetch or save it again, or remove it.",
            _ when file.IsEmpty => "is empty. Fetch or save it again, or remove it.",
            _ => "is no PNG, JPEG or BMP image, whatever its name says. Save it as one, or remove it.",
        };
    }

    // Chunks of length, type, data and checksum, the last of which is IEND.
    private static bool IsWholePng(ReadOnlySpan<byte> file)
    {
        for (ReadOnlySpan<byte> rest = file[PngStart.Length..]; rest.Length >= 12;)
        {
            uint length = BinaryPrimitives.ReadUInt32BigEndian(rest);
            if (length > rest.Length - 12) { return false; }
            ReadOnlySpan<byte> content = rest.Slice(4, 4 + (int)length);
            rest = rest[(8 + (int)length)..];
            if (BinaryPrimitives.ReadUInt32BigEndian(rest) != Crc32.Of(content)) { return false; }
            if (content.StartsWith("IEND"u8)) { return true; }
            rest = rest[4..];
        }
        return false;
    }

    // Segments up to the first scan, passed over by their lengths, for a preview within one has an end of its own; then FF D9.
    private static bool IsWholeJpeg(ReadOnlySpan<byte> file)
    {
        for (int at = 2; at + 4 <= file.Length && file[at] == 0xFF;)
        {
            byte marker = file[at + 1];
            if (marker == 0xDA) { return file[at..].IndexOf((ReadOnlySpan<byte>)[0xFF, 0xD9]) >= 0; }

            // A marker may be preceded by any number of fill bytes.
            at += marker == 0xFF ? 1 : 2 + BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
        }
        return false;
    }

    // Rows of pixels without compression, each padded to whole words; other kinds the decoder refuses by itself.
    private static bool IsWholeBmp(ReadOnlySpan<byte> file)
    {
        if (file.Length < 34) { return false; }
        uint start = BinaryPrimitives.ReadUInt32LittleEndian(file[10..]), header = BinaryPrimitives.ReadUInt32LittleEndian(file[14..]);
        bool isOld = header == 12;
        long width = isOld ? BinaryPrimitives.ReadUInt16LittleEndian(file[18..]) : BinaryPrimitives.ReadInt32LittleEndian(file[18..]);
        long height = isOld ? BinaryPrimitives.ReadUInt16LittleEndian(file[20..]) : BinaryPrimitives.ReadInt32LittleEndian(file[22..]);
        int bits = BinaryPrimitives.ReadUInt16LittleEndian(file[(isOld ? 24 : 28)..]);
        long rowLength = (width * bits + 31) / 32 * 4;
        return width > 0 && height != 0 && start + (double)rowLength * Math.Abs(height) <= file.Length;
    }
}
