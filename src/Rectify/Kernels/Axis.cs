namespace Rectify.Kernels;

/// <summary>One side of an image under sliding windows, of which number i reads the places i·Stride + tap·Dilation − Before.</summary>
/// <param name="Length">Places of the image.</param>
/// <param name="Count">Windows, each a place of the output.</param>
/// <param name="Size">Taps of the kernel.</param>
/// <param name="Stride">Places from one window to the next.</param>
/// <param name="Dilation">Places from one tap to the next.</param>
/// <param name="Before">By how many places the first window begins before the image; below 0 where it begins inside.</param>
internal readonly record struct Axis(int Length, int Count, int Size, int Stride = 1, int Dilation = 1, int Before = 0)
{
    /// <summary>Places from a window's first to its last, both included.</summary>
    public int Extent => (Size - 1) * Dilation + 1;

    /// <summary>By how many places the last window reaches over the end of the image.</summary>
    public int After => Math.Max(0, Begin(Count - 1) + Extent - Length);

    /// <summary>Whether every window lies inside the image.</summary>
    public bool IsInside => Size == 0 || (Before <= 0 && After == 0);

    /// <summary>Whether every place of the image is under a window.</summary>
    public bool CoversImage => Stride <= Size && Dilation == 1 && Before >= 0 && Begin(Count - 1) + Size >= Length;

    /// <summary>Whether the places that a window reads are neighbours.</summary>
    public bool IsSideBySide => Size == 1 || Dilation == 1;

    /// <summary>Whether every place is a window of its own.</summary>
    public bool IsPlacewise => Size == 1 && Stride == 1 && Before == 0 && Count == Length;

    /// <summary>Whether the one window is the whole image.</summary>
    public bool IsWhole => Count == 1 && Size == Length && Before == 0 && IsSideBySide;

    /// <summary>The place of a window's first tap.</summary>
    public int Begin(int window) => window * Stride - Before;

    /// <summary>The taps of a window that meet the image, the end excluded.</summary>
    public (int First, int End) TapsOf(int window)
    {
        // Most windows lie inside; the others need divisions.
        int begin = Begin(window);
        return begin >= 0 && begin + Extent <= Length ? (0, Size) : Meeting(begin, Dilation, Size);
    }

    /// <summary>The windows in which a tap meets the image, the end excluded.</summary>
    public (int First, int End) WindowsOf(int tap) => Meeting(tap * Dilation - Before, Stride, Count);

    // Which of the places begin + i·step, for i = 0 … count − 1, are places of the image.
    private (int First, int End) Meeting(int begin, int step, int count)
    {
        int first = Math.Max(0, (step - 1 - begin) / step), end = Math.Min(count, (Length - begin + step - 1) / step);
        return (first, Math.Max(first, end));
    }
}
