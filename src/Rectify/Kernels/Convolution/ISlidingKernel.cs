namespace Rectify.Kernels;

/// <summary>What a kernel computes of the windows under it.</summary>
internal unsafe interface ISlidingKernel
{
    /// <summary>Overwrites the outputs of the rows of windows from <paramref name="top"/> to before <paramref name="bottom"/>.</summary>
    /// <param name="windows">The windows of the batch.</param>
    /// <param name="rows">The rows that they read.</param>
    /// <param name="output">The image's first output.</param>
    /// <param name="top">The first row of windows.</param>
    /// <param name="bottom">The end of the rows of windows.</param>
    void Multiply(in Windows windows, WindowRows rows, float* output, int top, int bottom);
}
