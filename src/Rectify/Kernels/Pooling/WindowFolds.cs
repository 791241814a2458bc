using System.Runtime.CompilerServices;

namespace Rectify.Kernels;

/// <summary>The way forward through windows over one image: for each a number a channel.</summary>
internal static unsafe class WindowFolds
{
    /// <summary>Overwrites the outputs.</summary>
    public static void Fold<TFold>(WindowGrid grid, ReadOnlySpan<float> input, Span<float> output) where TFold : struct, IWindowFold
    {
        Lengths.Check(input, grid.InputLength);
        Lengths.Check(output, grid.OutputLength);
        fixed (float* x = input, y = output)
        {
            for (int row = 0; row < grid.Down.Count; row++) { ColumnSweep.Run(new RowOfWindows<TFold>(grid, row, x, y), grid.Channels); }
        }
    }

    private readonly struct RowOfWindows<TFold>(WindowGrid grid, int row, float* x, float* y) : IColumnSweep
        where TFold : struct, IWindowFold
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Invoke<T>(int first, int end) where T : struct, ISimdLane<T>, ILane<T>
        {
            for (int column = 0; column < grid.Across.Count; column++)
            {
                Patch places = grid.PlacesOf(row, column);
                float* from = x + grid.InputAt(places.Top, places.Left), to = y + grid.OutputAt(row, column);
                for (int channel = first; channel < end; channel += T.Count) { T.Store(TFold.Of<T>(places, from + channel), to + channel); }
            }
        }
    }
}
