using System.Buffers.Binary;
using System.IO.Compression;
using Rectify.Kernels;

namespace Rectify.Data;

/// <summary>Writes 8-bit grey or colour PNG files.</summary>
/// <remarks>PNG specification, third edition, sections 5 and 11.</remarks>
public static class PngWriter
{
    private const byte BitDepth = 8, Grey = 0, Colour = 2;

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

        byte[] header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, shape.Second);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), shape.First);
        (header[8], header[9]) = (BitDepth, shape.Units == 1 ? Grey : Colour);

        using MemoryStream file = new();
        file.Write(ImageFormat.PngStart);
        WriteChunk(file, "IHDR"u8, header);
        WriteChunk(file, "IDAT"u8, Compressed(pixels, shape.Second * shape.Units));
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
