using System.Globalization;

namespace Rectify.Layers;

/// <summary>By how many zeros an image is thought longer at each side.</summary>
public readonly record struct Padding
{
    private readonly int _top, _left, _bottom, _right;

    /// <exception cref="ArgumentException">A number is below 0.</exception>
    public Padding(int top, int left, int bottom, int right)
    {
        (_top, _left, _bottom, _right) = (top, left, bottom, right);
        if (Math.Min(Math.Min(top, left), Math.Min(bottom, right)) < 0)
        {
            throw new ArgumentException($"A padding of {this} is out of range: each number is 0 or more.");
        }
    }

    /// <summary>As many above as below, and left as right.</summary>
    public Padding(int height, int width) : this(height, width, height, width) { }

    /// <summary>No zeros: a window is always inside the image.</summary>
    public static Padding Valid => default;

    /// <summary>
    /// As many as give ⌈length/stride⌉ windows, an odd one of them behind the image: "same" of TensorFlow, SAME_UPPER of ONNX.
    /// </summary>
    public static Padding Same { get; } = new(0, 0) { IsSame = true };

    /// <summary>Whether the numbers follow from the image.</summary>
    public bool IsSame { get; private init; }

    /// <summary>"same", "1x2" for height and width, or "0x0x1x1" for top, left, bottom and right. "valid" is "0x0".</summary>
    /// <exception cref="ArgumentException">It is none of these.</exception>
    public static Padding Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text == "same") { return Same; }
        if (text == "valid") { return Valid; }
        int[] sides = [.. text.Split('x').Select(Side)];
        return sides switch
        {
            [var height, var width] => new(height, width),
            [var top, var left, var bottom, var right] => new(top, left, bottom, right),
            _ => throw Unknown(text),
        };

        int Side(string number)
            => int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int side) ? side : throw Unknown(text);
    }

    /// <summary>Windows along the height of an image, and zeros above it.</summary>
    internal (int Count, int Before) Down(int length, int extent, int stride) => Along(length, extent, stride, _top, _bottom);

    /// <summary>Windows along the width of an image, and zeros to the left of it.</summary>
    internal (int Count, int Before) Across(int length, int extent, int stride) => Along(length, extent, stride, _left, _right);

    /// <summary>As <see cref="Parse"/> reads it.</summary>
    public override string ToString()
    {
        if (IsSame) { return "same"; }
        return (_top, _left) == (_bottom, _right)
            ? string.Create(CultureInfo.InvariantCulture, $"{_top}x{_left}")
            : string.Create(CultureInfo.InvariantCulture, $"{_top}x{_left}x{_bottom}x{_right}");
    }

    private (int Count, int Before) Along(int length, int extent, int stride, int before, int after)
    {
        if (IsSame)
        {
            int count = (length + stride - 1) / stride;
            return (count, Math.Max(0, (count - 1) * stride + extent - length) / 2);
        }
        int room = before + length + after - extent;
        return (room < 0 ? 0 : room / stride + 1, before);
    }

    private static ArgumentException Unknown(string text) => new(
        $"'{text}' is not a padding: it is same, valid, height x width such as 1x1, or top x left x bottom x right such as 0x0x1x1.");
}
