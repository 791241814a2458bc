namespace Rectify.Kernels;

/// <summary>Windows of a batch that are computed together: some rows of windows of one image, or all of several images.</summary>
/// <param name="First">The first image.</param>
/// <param name="End">The end of the images.</param>
/// <param name="Top">The first row of windows.</param>
/// <param name="Bottom">The end of the rows of windows.</param>
internal readonly record struct ImageBlock(int First, int End, int Top, int Bottom)
{
    public int Images => End - First;
    public int Rows => Bottom - Top;
}
