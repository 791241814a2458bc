namespace Rectify.Kernels;

/// <summary>What a kernel computes of the windows under it.</summary>
internal interface ISlidingKernel
{
    /// <summary>Overwrites the outputs of a block.</summary>
    /// <param name="windows">The windows of the batch.</param>
    /// <param name="block">Which of them.</param>
    /// <param name="rows">The rows that they read.</param>
    void Multiply(in Windows windows, ImageBlock block, WindowRows rows);
}
