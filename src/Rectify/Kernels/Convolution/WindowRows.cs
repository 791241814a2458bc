namespace Rectify.Kernels;

/// <summary>
/// The rows of images that a block of windows reads. Where windows reach beside the image, the rows are copied and have zeros
/// there; rows above and below the image are never read, because taps that meet none are left out.
/// </summary>
/// <param name="start">Row 0, column 0 of the block's first image, were they all there.</param>
/// <param name="image">From one image to the next.</param>
/// <param name="row">From one row to the next.</param>
/// <param name="column">From one column to the next.</param>
internal readonly unsafe struct WindowRows(float* start, nint image, nint row, nint column)
{
    /// <summary>From one image to the next.</summary>
    public nint Image => image;

    /// <summary>From one row to the next.</summary>
    public nint Row => row;

    /// <summary>The rows that <paramref name="block"/> reads.</summary>
    public static WindowRows Of(in Windows windows, ImageBlock block)
    {
        (Axis down, Axis across) = (windows.Down, windows.Across);
        int channels = windows.Channels, length = across.Length * channels;
        nint imageLength = (nint)down.Length * length;
        float* images = windows.Input + block.First * imageLength;
        if (across.IsInside) { return new(images, imageLength, length, channels); }

        int first = Math.Max(0, down.Begin(block.Top)), end = Math.Min(down.Length, down.Begin(block.Bottom - 1) + down.Extent);
        int left = Math.Max(0, across.Before) * channels, right = across.After * channels, rows = Math.Max(0, end - first);
        nint padded = left + length + right;
        float* copy = Scratch.OfThread.Window((int)(block.Images * rows * padded)), to = copy;
        for (int i = 0; i < block.Images; i++)
        {
            for (int j = first; j < first + rows; j++, to += padded)
            {
                new Span<float>(to, left).Clear();
                new ReadOnlySpan<float>(images + i * imageLength + j * (nint)length, length).CopyTo(new Span<float>(to + left, length));
                new Span<float>(to + left + length, right).Clear();
            }
        }
        return new(copy - first * padded + left, rows * padded, padded, channels);
    }

    /// <summary>The channels of a place of the block's first image, or beside it.</summary>
    public float* At(nint atRow, nint atColumn) => start + atRow * row + atColumn * column;
}
