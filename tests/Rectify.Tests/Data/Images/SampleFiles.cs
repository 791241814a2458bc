using System.Buffers.Binary;
using System.Text;
using Rectify.Data;
using Rectify.Kernels;

namespace Rectify.Tests.Data.Images;

/// <summary>Tiny image files, made by hand.</summary>
internal static class SampleFiles
{
    /// <summary>8 × 8, grey, brighter to the right. Written by StbImageWriteSharp 1.16.7, quality 80.</summary>
    public static byte[] Jpeg { get; } = Convert.FromBase64String(
        "/9j/4AAQSkZJRgABAQAAAQABAAD/2wCEAAYEBQYFBAYGBQYHBwYIChAKCgkJChQODwwQFxQYGBcUFhYaHSUfGhsjHBYWICwgIyYnKSopGR8tMC0oMCUoKSgBBwcH"
        + "CggKEwoKEygaFhooKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKP/AABEIAAgACAMBIgACEQEDEQH/xAGiAAABBQEBAQEBAQ"
        + "AAAAAAAAAAAQIDBAUGBwgJCgsQAAIBAwMCBAMFBQQEAAABfQECAwAEEQUSITFBBhNRYQcicRQygZGhCCNCscEVUtHwJDNicoIJChYXGBkaJSYnKCkqNDU2Nzg5OkNE"
        + "RUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6g4SFhoeIiYqSk5SVlpeYmZqio6Slpqeoqaqys7S1tre4ubrCw8TFxsfIycrS09TV1tfY2drh4uPk5ebn6Onq8f"
        + "Lz9PX29/j5+gEAAwEBAQEBAQEBAQAAAAAAAAECAwQFBgcICQoLEQACAQIEBAMEBwUEBAABAncAAQIDEQQFITEGEkFRB2FxEyIygQgUQpGhscEJIzNS8BVictEKFiQ0"
        + "4SXxFxgZGiYnKCkqNTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqCg4SFhoeIiYqSk5SVlpeYmZqio6Slpqeoqaqys7S1tre4ubrCw8TFxsfIyc"
        + "rS09TV1tfY2dri4+Tl5ufo6ery8/T19vf4+fr/2gAMAwEAAhEDEQA/AMD9nb/l1/CvoyvnP9nb/l1/CvoygD//2Q==");

    /// <summary>An IDX file: magic number, sizes, bytes.</summary>
    public static byte[] Idx(uint magic, uint[] sizes, params byte[] content)
    {
        byte[] header = new byte[4 * (1 + sizes.Length)];
        BinaryPrimitives.WriteUInt32BigEndian(header, magic);
        for (int i = 0; i < sizes.Length; i++) { BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(4 * (i + 1)), sizes[i]); }
        return [.. header, .. content];
    }

    /// <summary>An IDX images file of so many images of 1 × 2 pixels: 0 1, 2 3, …</summary>
    public static byte[] IdxImages(int count)
        => Idx(0x803, [(uint)count, 1, 2], [.. Enumerable.Range(0, 2 * count).Select(value => (byte)value)]);

    public static byte[] IdxLabels(params byte[] labels) => Idx(0x801, [(uint)labels.Length], labels);

    /// <summary>A PNG of one grey.</summary>
    public static byte[] Grey(int height, int width, byte value)
        => PngWriter.Encode([.. Enumerable.Repeat(value, height * width)], new Shape(height, width, 1));

    /// <summary>A PNG of one colour.</summary>
    public static byte[] Colour(int height, int width, byte red, byte green, byte blue)
        => PngWriter.Encode(
            [.. Enumerable.Range(0, height * width).SelectMany(_ => (byte[])[red, green, blue])], new Shape(height, width, 3));

    /// <summary>A BMP of 24 bits and two pixels beside each other: red, and a grey of 7.</summary>
    public static byte[] Bmp()
    {
        byte[] file = new byte[54 + 8];
        Encoding.ASCII.GetBytes("BM").CopyTo(file, 0);
        foreach ((int at, int value) in ((int, int)[])[(2, file.Length), (10, 54), (14, 40), (18, 2), (22, 1), (34, 8)])
        {
            BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(at), value);
        }
        (file[26], file[28]) = (1, 24);
        ((byte[])[0, 0, 255, 7, 7, 7]).CopyTo(file, 54);
        return file;
    }

    /// <summary>A PNG with one pixel of a colour type that the writer does not write: red, green, blue and how far it covers.</summary>
    public static byte[] Transparent(byte red, byte green, byte blue, byte alpha)
    {
        byte[] plain = Colour(1, 1, red, green, blue);
        using MemoryStream packed = new();
        using (System.IO.Compression.ZLibStream stream = new(packed, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true))
        {
            stream.Write([0, red, green, blue, alpha]);
        }
        byte[] header = [.. plain[16..25], 6, 0, 0, 0];
        return [.. plain[..8], .. Chunk("IHDR", header), .. Chunk("IDAT", packed.ToArray()), .. Chunk("IEND", [])];
    }

    /// <summary>One chunk of a PNG.</summary>
    public static byte[] Chunk(string type, byte[] data)
    {
        byte[] content = [.. Encoding.ASCII.GetBytes(type), .. data], length = new byte[4], sum = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(sum, Crc32.Of(content));
        return [.. length, .. content, .. sum];
    }
}
