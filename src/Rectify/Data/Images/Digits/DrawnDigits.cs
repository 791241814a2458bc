using System.Globalization;
using Rectify.Kernels;

namespace Rectify.Data;

/// <summary>
/// Handwritten digits that the program draws itself: light on dark, of many sizes, slants and places, with noise and stray
/// strokes, so that what a digit looks like must be learned apart from where it is.
/// </summary>
public static class DrawnDigits
{
    /// <summary>The set's name.</summary>
    public const string Name = "digits";

    public const int DefaultCount = 4000;
    private const int Side = 28, DigitCount = 10;

    // In shares of full light, and in pixels.
    private const double NoiseDeviation = 0.06;
    private const int MostClutter = 3;
    private const double LeastClutterLight = 0.2, MostClutterLight = 0.45;
    private const double MostClutterLength = 7, ClutterRadius = 0.5;

    /// <summary>Draws digits 28 × 28 in grey; the ten classes come in turns, so that they have equal shares.</summary>
    /// <param name="seed">The same seed draws the same bytes, on every machine.</param>
    /// <param name="count">How many, at least 10. The first ones are the same whatever the count.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are too few.</exception>
    public static ImageSet Make(ulong seed, int count = DefaultCount)
    {
        if (count < DigitCount)
        {
            throw new ArgumentOutOfRangeException(nameof(count), $"{Name} cannot have {count} images; at least {DigitCount} are needed.");
        }
        InkCanvas canvas = new(Side);
        byte[][] images = new byte[count][];
        for (int image = 0; image < count; image++)
        {
            images[image] = Draw(canvas, image % DigitCount, new Draws(new Philox(seed, RandomPurpose.SyntheticData, (ulong)image)));
        }
        return new(
            Name, new Shape(Side, Side, 1), images,
            [.. Enumerable.Range(0, DigitCount).Select(digit => digit.ToString(CultureInfo.InvariantCulture))],
            [.. Enumerable.Range(0, count).Select(image => image % DigitCount)]);
    }

    private static byte[] Draw(InkCanvas canvas, int digit, Draws draws)
    {
        canvas.Clear();
        Hand hand = new(draws);
        foreach (Point[] line in hand.Write(digit, Side)) { canvas.Draw(line, hand.Radius, hand.Light); }
        for (int stroke = draws.Below(MostClutter + 1); stroke > 0; stroke--)
        {
            Point from = new(draws.Between(0, Side), draws.Between(0, Side));
            Point way = new(draws.UpTo(MostClutterLength), draws.UpTo(MostClutterLength));
            canvas.Draw([from, from + way], ClutterRadius, draws.Between(LeastClutterLight, MostClutterLight));
        }

        byte[] pixels = new byte[Side * Side];
        for (int i = 0; i < pixels.Length; i++)
        {
            double light = canvas.Ink[i] + draws.Normal(NoiseDeviation);
            pixels[i] = (byte)(Math.Clamp(light, 0, 1) * byte.MaxValue + 0.5);
        }
        return pixels;
    }
}
