namespace Rectify.Kernels;

/// <summary>Windows along one side of an image.</summary>
/// <param name="Length">Places along that side.</param>
/// <param name="Count">Windows along it.</param>
/// <param name="Size">Places of a window.</param>
/// <param name="Stride">Places from one window to the next.</param>
/// <param name="Before">By how many places the first window begins before the image.</param>
internal readonly record struct WindowAxis(int Length, int Count, int Size, int Stride, int Before)
{
    /// <summary>The place where a window begins, below 0 where that is before the image.</summary>
    public int Begin(int window) => window * Stride - Before;

    /// <summary>The places of a window that are in the image, the end excluded.</summary>
    public (int First, int End) PlacesOf(int window) => (Math.Max(Begin(window), 0), Math.Min(Begin(window) + Size, Length));

    /// <summary>The windows that cover a place, the end excluded; none where a stride leaps over it.</summary>
    public (int First, int End) WindowsOver(int place)
        => (Quotient(Math.Max(place + Before - Size + Stride, 0), Stride), Math.Min(Quotient(place + Before, Stride) + 1, Count));

    // Of unsigned numbers, which processors divide faster.
    private static int Quotient(int a, int b) => (int)((uint)a / (uint)b);
}
