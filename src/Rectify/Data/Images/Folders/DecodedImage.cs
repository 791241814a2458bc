using Rectify.Kernels;
using StbImageSharp;

namespace Rectify.Data;

/// <summary>One image file in memory.</summary>
/// <param name="Size">Its height and width.</param>
/// <param name="Pixels">One byte a pixel where it is grey, else red, green and blue.</param>
/// <param name="IsGrey">Whether red, green and blue are equal in every pixel, whatever the file calls itself.</param>
/// <param name="HadTransparency">Whether white was put behind it.</param>
internal sealed record DecodedImage(ImageSize Size, byte[] Pixels, bool IsGrey, bool HadTransparency)
{
    /// <summary>Reads a PNG, JPEG or BMP file, whichever its content is.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="DataException">It cannot be read, is not whole, or is no image.</exception>
    public static DecodedImage Read(string path, string name)
    {
        byte[] file = Files.ReadAllBytes(path);
        if (ImageFormat.FlawOf(file) is { } flaw) { throw new DataException($"{name} {flaw}"); }
        try
        {
            CheckSize(file, name);
            return FromRgba(ImageResult.FromMemory(file, ColorComponents.RedGreenBlueAlpha));
        }
        // Whatever the decoder says: its reason lies in a static field, which other threads write to at the same time.
        catch (Exception cause) when (cause is not (DataException or OutOfMemoryException))
        {
            throw new DataException(
                $"{name} cannot be decoded: it is damaged, or of a kind of PNG, JPEG or BMP that is not read here. Save it as a plain PNG.",
                cause);
        }
    }

    /// <summary>The image in another size.</summary>
    public DecodedImage Stretched(ImageSize size)
        => size == Size ? this : this with { Size = size, Pixels = ImageResize.Apply(Pixels, Shape, size) };

    private Shape Shape => new(Size.Height, Size.Width, IsGrey ? 1 : 3);

    private static void CheckSize(byte[] file, string name)
    {
        using MemoryStream stream = new(file);
        if (ImageInfo.FromStream(stream) is { } info && !new ImageSize(info.Height, info.Width).IsPossible)
        {
            throw new DataException(
                $"{name} claims {info.Height}x{info.Width} pixels; up to {Listing.Number(ImageSize.MostPixels)} are accepted. "
                + "Scale it down.");
        }
    }

    private static DecodedImage FromRgba(ImageResult image)
    {
        bool isGrey = true, hadTransparency = false;
        byte[] rgba = image.Data, pixels = new byte[rgba.Length / 4 * 3];
        for (int from = 0, to = 0; from < rgba.Length; from += 4, to += 3)
        {
            byte alpha = rgba[from + 3];
            hadTransparency |= alpha < 255;
            for (int channel = 0; channel < 3; channel++) { pixels[to + channel] = OnWhite(rgba[from + channel], alpha); }
            isGrey &= pixels[to] == pixels[to + 1] && pixels[to] == pixels[to + 2];
        }
        return new(new(image.Height, image.Width), isGrey ? Channels.First(pixels) : pixels, isGrey, hadTransparency);
    }

    private static byte OnWhite(byte value, byte alpha) => (byte)((value * alpha + 255 * (255 - alpha) + 127) / 255);
}
