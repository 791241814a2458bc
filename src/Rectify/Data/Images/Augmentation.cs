using System.Globalization;
using Rectify.Kernels;

namespace Rectify.Data;

/// <summary>How images are varied in training, anew in each epoch, so that a network cannot learn them by heart.</summary>
public sealed record Augmentation
{
    private const string Accepted = "Accepted are shift=pixels, crop=pixels and flip, in any order, such as shift=2,flip,crop=4; or none.";

    /// <summary>Images as they are.</summary>
    public static Augmentation None { get; } = new();

    /// <summary>An image is moved by up to so many pixels each way; what comes in from outside is black (a byte of 0).</summary>
    public int Shift { get; init; }

    /// <summary>Half of the images are mirrored, left for right.</summary>
    public bool Flip { get; init; }

    /// <summary>A window so many pixels smaller each way, at a random place, is stretched to the whole image.</summary>
    public int Crop { get; init; }

    /// <summary>Whether images stay as they are.</summary>
    public bool IsNone => this == None;

    /// <summary>Reads "shift=2,flip,crop=4": any of the three in any order; "" and "none" are <see cref="None"/>.</summary>
    /// <exception cref="ArgumentException">The text is none of that; the message says what is accepted.</exception>
    public static Augmentation Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Augmentation parsed = None;
        if (text is "" or "none") { return parsed; }
        HashSet<string> met = [];
        foreach (string part in text.Split(','))
        {
            string[] sides = part.Split('=', 2);
            if (!met.Add(sides[0])) { throw new ArgumentException($"'{text}' says {sides[0]} twice. {Accepted}"); }
            parsed = sides switch
            {
                ["flip"] => parsed with { Flip = true },
                ["shift", var pixels] => parsed with { Shift = Pixels(part, pixels) },
                ["crop", var pixels] => parsed with { Crop = Pixels(part, pixels) },
                ["shift" or "crop"] => throw new ArgumentException($"'{part}' does not say how many pixels. {Accepted}"),
                _ => throw new ArgumentException($"'{part}' is no way to vary an image. {Accepted}"),
            };
        }
        return parsed;
    }

    /// <summary>The text that <see cref="Parse"/> reads back.</summary>
    public override string ToString()
    {
        List<string> parts = [];
        if (Shift > 0) { parts.Add(string.Create(CultureInfo.InvariantCulture, $"shift={Shift}")); }
        if (Flip) { parts.Add("flip"); }
        if (Crop > 0) { parts.Add(string.Create(CultureInfo.InvariantCulture, $"crop={Crop}")); }
        return parts.Count == 0 ? "none" : string.Join(',', parts);
    }

    /// <summary>Refuses what would leave nothing of an image.</summary>
    /// <exception cref="ArgumentException">A shift or crop is as large as the image, or below 0.</exception>
    public void Check(Shape image)
    {
        int smallest = Math.Min(image.First, image.Second);
        foreach ((string name, int pixels) in (ReadOnlySpan<(string, int)>)[("shift", Shift), ("crop", Crop)])
        {
            if (pixels < 0 || pixels >= smallest)
            {
                throw new ArgumentException(
                    $"{name}={pixels} does not fit images of {ImageSize.Of(image)}: 0 to {smallest - 1} pixels are accepted.");
            }
        }
    }

    private static int Pixels(string part, string text)
        => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int pixels)
            ? pixels
            : throw new ArgumentException($"'{part}' does not say how many pixels. {Accepted}");
}
