using System.Globalization;
using Rectify.Kernels;

namespace Rectify.Data;

/// <summary>How many pixels an image has. Written with its height first, as a shape is: 28x32 is 28 high and 32 wide.</summary>
public readonly record struct ImageSize(int Height, int Width)
{
    /// <summary>More than a camera takes; a file that claims more is damaged, or would not fit into memory.</summary>
    internal const int MostPixels = 100_000_000;

    /// <summary>How many pixels there are in all.</summary>
    internal int Pixels => Height * Width;

    internal bool IsPossible => Height >= 1 && Width >= 1 && (long)Height * Width <= MostPixels;

    /// <summary>The size of a shape's images.</summary>
    internal static ImageSize Of(Shape shape) => new(shape.First, shape.Second);

    /// <summary>Reads "32x32", height first.</summary>
    /// <exception cref="ArgumentException">It is no size.</exception>
    public static ImageSize Parse(string text)
        => (text ?? throw new ArgumentNullException(nameof(text))).Split('x') is [var height, var width]
            && int.TryParse(height, NumberStyles.None, CultureInfo.InvariantCulture, out int first)
            && int.TryParse(width, NumberStyles.None, CultureInfo.InvariantCulture, out int second)
            && new ImageSize(first, second) is { IsPossible: true } size
            ? size
            : throw new ArgumentException(
                $"'{text}' is not an image's size. It is written height x width, such as 32x32, with at most 100 million pixels.");

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Height}x{Width}");
}
