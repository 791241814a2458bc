using System.Buffers.Binary;
using System.IO.Compression;
using Rectify.Kernels;

namespace Rectify.Data;

/// <summary>Writes PNG files of 8 bits: grey, colour, or numbers of a palette.</summary>
/// <remarks>PNG specification, third edition, sections 5 and 11.</remarks>
public static class PngWriter
{
    private const byte BitDepth = 8, Grey = 0, Colour = 2, Indexed = 3;

    /// <summary>Writes a file whole, or not at all.</summary>
    /// <param name="path">The file, which is replaced.</param>
    /// <param name="pixels">The image's bytes: rows from top to bottom, the channels of a pixel together.</param>
    /// <param name="shape">Height × width × 1 for grey or 3 for red, green and blue.</param>
    /// <exception cref="ArgumentException">The bytes are not those of such an image.</exception>
    /// <exception cref="DataException">The place cannot be written to.</exception>
    public static void Write(string path, ReadOnlySpan<byte> pixels, Shape shape)
    {
        ArgumentNullException.ThrowIfNull(path);
        byte[] file = Encode(pixels, shape);
        Files.Replace(path, stream => stream.Write(file));
    }

    /// <summary>The bytes of a PNG file.</summary>
    /// <param name="pixels">The image's bytes: rows from top to bottom, the channels of a pixel together.</param>
    /// <param name="shape">Height × width × 1 for grey or 3 for red, green and blue.</param>
    /// <exception cref="ArgumentException">The bytes are not those of such an image.</exception>
    public static byte[] Encode(ReadOnlySpan<byte> pixels, Shape shape)
    {
        if (!shape.IsImage || shape.Units is not (1 or 3) || pixels.Length != shape.Length)
        {
            throw new ArgumentException(
                $"{pixels.Length} bytes are no image of {shape}: a PNG is written of height x width x 1 (grey) or 3 (red, green, blue).");
        }

        using MemoryStream file = Begin(shape.First, shape.Second, shape.Units == 1 ? Grey : Colour);
        return End(file, Compressed(pixels, shape.Second * shape.Units));
    }

    /// <summary>The bytes of a PNG file whose pixels are numbers of a palette; number 0 lets through what lies behind the image.</summary>
    /// <param name="pixels">The numbers: rows from top to bottom, as many as divide them.</param>
    /// <param name="width">Pixels of a row.</param>
    /// <param name="palette">Red, green and blue of each number, 256 at most.</param>
    internal static byte[] EncodeIndexed(ReadOnlySpan<byte> pixels, int width, ReadOnlySpan<byte> palette)
    {
        using MemoryStream file = Begin(pixels.Length / width, width, Indexed);
        WriteChunk(file, "PLTE"u8, palette);
        WriteChunk(file, "tRNS"u8, [0]);
        return End(file, Compressed(pixels, width));
    }

    private static MemoryStream Begin(int height, int width, byte kind)
    {
        byte[] header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (BitDepth, kind);

        MemoryStream file = new();
        file.Write(ImageFormat.PngStart);
        WriteChunk(file, "IHDR"u8, header);
        return file;
    }

    private static byte[] End(MemoryStream file, byte[] data)
    {
        WriteChunk(file, "IDAT"u8, data);
        WriteChunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    private static byte[] Compressed(ReadOnlySpan<byte> pixels, int rowLength)
    {
        using MemoryStream compressed = new();
        using (ZLibStream stream = new(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            for (; pixels.Length > 0; pixels = pixels[rowLength..])
            {
                // Each row begins with its filter; 0 is none.
                stream.WriteByte(0);
                stream.Write(pixels[..rowLength]);
            }
        }
        return compressed.ToArray();
    }

    private static void WriteChunk(Stream file, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        byte[] content = [.. type, .. data];
        Span<byte> word = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteInt32BigEndian(word, data.Length);
        file.Write(word);
        file.Write(content);
        BinaryPrimitives.WriteUInt32BigEndian(word, Crc32.Of(content));
        file.Write(word);
    }
}
