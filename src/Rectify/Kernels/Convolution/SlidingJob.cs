using System.Runtime.CompilerServices;

namespace Rectify.Kernels;

/// <summary>A kernel over all windows of a batch; each part computes one block, and finishes it.</summary>
internal readonly unsafe struct SlidingJob<TKernel>(TKernel kernel, Windows windows, ImageBlocks blocks, Epilogue? epilogue) : IParallelJob
    where TKernel : struct, ISlidingKernel
{
    private readonly Windows _windows = windows;

    [MethodImpl(Compiled.Alone)]
    public void Invoke(int part)
    {
        ImageBlock block = blocks[part];
        kernel.Multiply(_windows, block, WindowRows.Of(_windows, block));
        if (epilogue is null) { return; }

        // Outputs of neighbouring windows are neighbours here, and those of a block, too: it is one row of them after the other.
        int width = _windows.Across.Count, height = _windows.Down.Count, columns = (int)_windows.OutputColumn;
        Span<float> product = new(_windows.Output, (int)(_windows.Images * _windows.OutputImage));
        epilogue.Apply(product, columns, (block.First * height + block.Top) * width, block.Images * block.Rows * width, 0, columns);
    }
}
