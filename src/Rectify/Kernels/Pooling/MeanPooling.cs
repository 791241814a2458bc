using System.Runtime.CompilerServices;

namespace Rectify.Kernels;

/// <summary>The mean of each channel in every window of one image, over the places that are in the image.</summary>
internal static unsafe class MeanPooling
{
    /// <summary>Overwrites the outputs.</summary>
    public static void Forward(WindowGrid grid, ReadOnlySpan<float> input, Span<float> output)
    {
        fixed (float* x = input, y = output)
        {
            for (int row = 0; row < grid.Down.Count; row++)
            {
                for (int column = 0; column < grid.Across.Count; column++)
                {
                    ColumnSweep.Run(new MeanOf(grid, row, column, x, y + grid.OutputAt(row, column)), grid.Channels);
                }
            }
        }
    }

    /// <summary>Overwrites the gradient of every place with its shares of those of the windows over it.</summary>
    public static void Backward(WindowGrid grid, ReadOnlySpan<float> outputGradient, Span<float> inputGradient)
    {
        fixed (float* dy = outputGradient, dx = inputGradient)
        {
            for (int row = 0; row < grid.Down.Length; row++)
            {
                for (int column = 0; column < grid.Across.Length; column++)
                {
                    ColumnSweep.Run(new SharesOf(grid, row, column, dy, dx + grid.InputAt(row, column)), grid.Channels);
                }
            }
        }
    }

    private static float PlacesOf(WindowGrid grid, int row, int column)
    {
        (int top, int bottom) = grid.Down.PlacesOf(row);
        (int left, int right) = grid.Across.PlacesOf(column);
        return (bottom - top) * (right - left);
    }

    private readonly struct MeanOf(WindowGrid grid, int row, int column, float* x, float* y) : IColumnSweep
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Invoke<T>(int channel) where T : struct, ISimdLane<T>, ILane<T>
        {
            (int top, int bottom) = grid.Down.PlacesOf(row);
            (int left, int right) = grid.Across.PlacesOf(column);
            T sum = 0;
            for (int i = top; i < bottom; i++)
            {
                for (int j = left; j < right; j++) { sum += T.Load(x + grid.InputAt(i, j) + channel); }
            }
            T.Store(sum / PlacesOf(grid, row, column), y + channel);
        }
    }

    private readonly struct SharesOf(WindowGrid grid, int row, int column, float* dy, float* dx) : IColumnSweep
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Invoke<T>(int channel) where T : struct, ISimdLane<T>, ILane<T>
        {
            (int top, int bottom) = grid.Down.WindowsOver(row);
            (int left, int right) = grid.Across.WindowsOver(column);
            T sum = 0;
            for (int i = top; i < bottom; i++)
            {
                for (int j = left; j < right; j++) { sum += T.Load(dy + grid.OutputAt(i, j) + channel) / PlacesOf(grid, i, j); }
            }
            T.Store(sum, dx + channel);
        }
    }
}
