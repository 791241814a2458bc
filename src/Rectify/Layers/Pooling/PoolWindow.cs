using System.Globalization;
using Rectify.Kernels;

namespace Rectify.Layers;

/// <summary>
/// Windows that slide over images of height × width × channels, each channel by itself. Places that no whole window reaches at
/// the end are left out, as in PyTorch.
/// </summary>
public sealed class PoolWindow
{
    private readonly (int Height, int Width) _size, _stride;
    private readonly Padding _padding;

    /// <param name="size">Places of a window.</param>
    /// <param name="stride">Places from one window to the next; the size, so that windows lie side by side, if null.</param>
    /// <param name="padding">By how much windows may reach over each edge of the image, above as below. It holds no number.</param>
    /// <exception cref="ArgumentException">A number is too small, or padding could fill a window.</exception>
    public PoolWindow((int Height, int Width) size, (int Height, int Width)? stride = null, (int Height, int Width) padding = default)
    {
        (_size, _stride) = (size, stride ?? size);
        CheckPositive("window", _size);
        CheckPositive("stride", _stride);
        if (padding.Height < 0 || padding.Width < 0 || padding.Height >= size.Height || padding.Width >= size.Width)
        {
            throw new ArgumentException(
                $"A padding of {Text(padding)} is out of range: a window of {Text(size)} takes 0x0 or more, and less than itself.");
        }
        _padding = new(padding.Height, padding.Width);
    }

    private PoolWindow((int Height, int Width) size, (int Height, int Width)? stride, Padding padding) : this(size, stride)
        => _padding = padding;

    /// <summary>As much padding as gives ⌈length/stride⌉ windows (<see cref="Padding.Same"/>).</summary>
    public static PoolWindow Same((int Height, int Width) size, (int Height, int Width)? stride = null)
        => new(size, stride, Padding.Same);

    /// <summary>As in a layer's text: "window=2x2,stride=2x2,padding=0x0".</summary>
    internal string Settings => $"window={Text(_size)},stride={Text(_stride)},padding={_padding}";

    internal static PoolWindow Read(LayerSettings settings) => settings.Word("padding") == "same"
        ? Same(settings.Pair("window"), settings.Pair("stride"))
        : new(settings.Pair("window"), settings.Pair("stride"), settings.Pair("padding"));

    /// <summary>As a person reads it: "2x2", "3x3 stride 2x2 padding same".</summary>
    public override string ToString()
    {
        string stride = _stride == _size ? "" : $" stride {Text(_stride)}";
        string padding = _padding == Padding.Valid ? "" : $" padding {_padding}";
        return Text(_size) + stride + padding;
    }

    internal Shape OutputShape(Layer layer, Shape image)
    {
        if (!image.IsImage)
        {
            throw new ArgumentException($"{layer.Name} takes images of height x width x channels, but is given {image}.");
        }
        WindowGrid grid = Over(image);
        if (grid.Down.Count < 1 || grid.Across.Count < 1)
        {
            throw new ArgumentException($"{layer.Name} has a window larger than its images of {image}: take a smaller window or padding.");
        }
        return new(grid.Down.Count, grid.Across.Count, image.Units);
    }

    internal WindowGrid Over(Shape image)
    {
        (int rows, int above) = _padding.Down(image.First, _size.Height, _stride.Height);
        (int columns, int left) = _padding.Across(image.Second, _size.Width, _stride.Width);
        return new(
            new Axis(image.First, rows, _size.Height, _stride.Height, Before: above),
            new Axis(image.Second, columns, _size.Width, _stride.Width, Before: left),
            image.Units);
    }

    private static void CheckPositive(string what, (int Height, int Width) pair)
    {
        if (pair.Height > 0 && pair.Width > 0) { return; }
        throw new ArgumentException($"A {what} of {Text(pair)} is out of range: it takes 1x1 or more.");
    }

    private static string Text((int Height, int Width) pair) => string.Create(CultureInfo.InvariantCulture, $"{pair.Height}x{pair.Width}");
}
