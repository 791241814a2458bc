namespace Rectify.Kernels;

/// <summary>
/// The steps of the sums of a tile. The second matrix lies evenly along them; the first may lie in stretches with a jump from the end
/// of each to the next: then it need not be copied together, as where a window's rows are apart in an image.
/// </summary>
/// <param name="length">Steps of a stretch, at least 1.</param>
/// <param name="stretches">How many stretches, at least 1.</param>
/// <param name="jump">By how many numbers a stretch of the first matrix begins behind the end of the one before.</param>
internal readonly struct Depth(nint length, nint stretches = 1, nint jump = 0)
{
    public readonly nint Length = length;
    public readonly nint Stretches = stretches;
    public readonly nint Jump = jump;
}
