using System.Runtime.CompilerServices;

namespace Rectify.Kernels;

/// <summary>The mean of each channel in every window of one image, over the places that are in the image.</summary>
internal static unsafe class MeanPooling
{
    /// <summary>Overwrites the outputs.</summary>
    public static void Forward(WindowGrid grid, ReadOnlySpan<float> input, Span<float> output)
    {
        Lengths.Check(input, grid.InputLength);
        Lengths.Check(output, grid.OutputLength);
        fixed (float* x = input, y = output)
        {
            for (int row = 0; row < grid.Down.Count; row++) { ColumnSweep.Run(new RowOfMeans(grid, row, x, y), grid.Channels); }
        }
    }

    /// <summary>Overwrites the gradient of every place with its shares of those of the windows over it.</summary>
    public static void Backward(WindowGrid grid, ReadOnlySpan<float> outputGradient, Span<float> inputGradient)
    {
        Lengths.Check(outputGradient, grid.OutputLength);
        fixed (float* dy = outputGradient) { WindowShares.Add(grid, new EvenShare(dy), inputGradient); }
    }

    private readonly struct RowOfMeans(WindowGrid grid, int row, float* x, float* y) : IColumnSweep
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Invoke<T>(int first, int end) where T : struct, ISimdLane<T>, ILane<T>
        {
            for (int column = 0; column < grid.Across.Count; column++)
            {
                Patch places = grid.PlacesOf(row, column);
                float* from = x + grid.InputAt(places.Top, places.Left), to = y + grid.OutputAt(row, column);
                for (int channel = first; channel < end; channel += T.Count)
                {
                    T.Store(Sum<T>(places, from + channel) / places.Area, to + channel);
                }
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static T Sum<T>(Patch places, float* from) where T : struct, ISimdLane<T>, ILane<T>
        {
            T sum = 0;
            for (int i = 0; i < places.Rows; i++, from += places.NextRow)
            {
                for (int j = 0; j < places.Columns; j++, from += places.NextColumn) { sum += T.Load(from); }
            }
            return sum;
        }
    }

    private readonly struct EvenShare(float* dy) : IWindowShare
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T Whole<T>(int window, int area) where T : struct, ISimdLane<T>, ILane<T> => T.Load(dy + window) / area;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T Of<T>(T whole, int window, T number) where T : struct, ISimdLane<T>, ILane<T> => whole;
    }
}
