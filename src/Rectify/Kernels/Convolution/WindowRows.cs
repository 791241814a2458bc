namespace Rectify.Kernels;

/// <summary>
/// The rows of an image that some rows of windows read. Where windows reach beside the image, the rows are copied and have zeros
/// there; rows above and below the image are never read, because taps that meet none are left out.
/// </summary>
/// <param name="start">The place of row 0, column 0, were it there.</param>
/// <param name="pitch">From one row to the next.</param>
/// <param name="channels">From one column to the next.</param>
internal readonly unsafe struct WindowRows(float* start, nint pitch, int channels)
{
    /// <summary>From one row to the next.</summary>
    public nint Pitch => pitch;

    /// <summary>The rows that the windows from row <paramref name="top"/> to before <paramref name="bottom"/> read.</summary>
    public static WindowRows Of(float* image, Axis down, Axis across, int channels, int top, int bottom)
    {
        int length = across.Length * channels;
        if (across.IsInside) { return new(image, length, channels); }

        int first = Math.Max(0, down.Begin(top)), end = Math.Min(down.Length, down.Begin(bottom - 1) + down.Extent);
        int left = Math.Max(0, across.Before) * channels, right = across.After * channels, padded = left + length + right;
        float* copy = Scratch.OfThread.Window(Math.Max(0, end - first) * padded);
        for (int row = first; row < end; row++)
        {
            Span<float> target = new(copy + (row - first) * (nint)padded, padded);
            target[..left].Clear();
            new ReadOnlySpan<float>(image + row * (nint)length, length).CopyTo(target[left..]);
            target[(left + length)..].Clear();
        }
        return new(copy - first * (nint)padded + left, padded, channels);
    }

    /// <summary>The channels of a place of the image, or beside it.</summary>
    public float* At(nint row, nint column) => start + row * pitch + column * channels;
}
