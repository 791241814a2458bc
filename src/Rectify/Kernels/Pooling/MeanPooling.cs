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
                var windowRows = grid.Down.WindowsOver(row);
                for (int column = 0; column < grid.Across.Length; column++)
                {
                    Patch windows = new(windowRows, grid.Across.WindowsOver(column));
                    ColumnSweep.Run(new SharesOf(grid, windows, dy, dx + grid.InputAt(row, column)), grid.Channels);
                }
            }
        }
    }

    private readonly struct MeanOf(WindowGrid grid, int row, int column, float* x, float* y) : IColumnSweep
    {
        private readonly Patch _places = grid.PlacesOf(row, column);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Invoke<T>(int channel) where T : struct, ISimdLane<T>, ILane<T>
        {
            T sum = 0;
            for (int i = _places.Top; i < _places.Bottom; i++)
            {
                for (int j = _places.Left; j < _places.Right; j++) { sum += T.Load(x + grid.InputAt(i, j) + channel); }
            }
            T.Store(sum / _places.Area, y + channel);
        }
    }

    private readonly struct SharesOf(WindowGrid grid, Patch windows, float* dy, float* dx) : IColumnSweep
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Invoke<T>(int channel) where T : struct, ISimdLane<T>, ILane<T>
        {
            T sum = 0;
            for (int i = windows.Top; i < windows.Bottom; i++)
            {
                for (int j = windows.Left; j < windows.Right; j++)
                {
                    sum += T.Load(dy + grid.OutputAt(i, j) + channel) / grid.PlacesOf(i, j).Area;
                }
            }
            T.Store(sum, dx + channel);
        }
    }
}
