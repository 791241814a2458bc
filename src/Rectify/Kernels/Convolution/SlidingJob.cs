using System.Runtime.CompilerServices;

namespace Rectify.Kernels;

/// <summary>A kernel over all windows of a batch, block by block.</summary>
internal readonly unsafe struct SlidingJob<TKernel>(TKernel kernel, Windows windows, ImageBlocks blocks, Epilogue? epilogue) : IParallelJob
    where TKernel : struct, ISlidingKernel
{
    private readonly Windows _windows = windows;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Invoke(int part)
    {
        (int first, int end) = blocks.Blocks(part);
        for (int block = first; block < end; block++)
        {
            (int image, int top, int bottom) = blocks.Windows(block);
            float* output = _windows.Output + image * _windows.OutputImage;
            kernel.Multiply(_windows, _windows.Rows(image, top, bottom), output, top, bottom);
            if (epilogue is not null) { Finish(image, top, bottom); }
        }
    }

    // Outputs of neighbouring windows are neighbours here, or there is no epilogue.
    private void Finish(int image, int top, int bottom)
    {
        int width = _windows.Across.Count, columns = (int)_windows.OutputColumn;
        Span<float> product = new(_windows.Output, (int)(_windows.Images * _windows.OutputImage));
        epilogue!.Apply(product, columns, (image * _windows.Down.Count + top) * width, (bottom - top) * width, 0, columns);
    }
}
