using System.Runtime.CompilerServices;

namespace Rectify.Kernels;

/// <summary>The largest of each channel in every window of one image.</summary>
internal static unsafe class MaxPooling
{
    /// <summary>Overwrites the outputs, and for each the number of the place that won in its window: the first on a tie.</summary>
    public static void Forward(WindowGrid grid, ReadOnlySpan<float> input, Span<float> output, Span<float> winners)
    {
        fixed (float* x = input, y = output, winner = winners)
        {
            for (int row = 0; row < grid.Down.Count; row++)
            {
                for (int column = 0; column < grid.Across.Count; column++)
                {
                    int place = grid.OutputAt(row, column);
                    ColumnSweep.Run(new Contest(grid, row, column, x, y + place, winner + place), grid.Channels);
                }
            }
        }
    }

    /// <summary>
    /// Overwrites the gradient of every place with the sum of those of the windows that it won: place by place, so that windows
    /// may overlap or leave places out.
    /// </summary>
    public static void Backward(WindowGrid grid, ReadOnlySpan<float> winners, ReadOnlySpan<float> outputGradient, Span<float> inputGradient)
    {
        fixed (float* winner = winners, dy = outputGradient, dx = inputGradient)
        {
            for (int row = 0; row < grid.Down.Length; row++)
            {
                for (int column = 0; column < grid.Across.Length; column++)
                {
                    ColumnSweep.Run(new Prizes(grid, row, column, winner, dy, dx + grid.InputAt(row, column)), grid.Channels);
                }
            }
        }
    }

    private readonly struct Contest(WindowGrid grid, int row, int column, float* x, float* y, float* winners) : IColumnSweep
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Invoke<T>(int channel) where T : struct, ISimdLane<T>, ILane<T>
        {
            (int top, int bottom) = grid.Down.PlacesOf(row);
            (int left, int right) = grid.Across.PlacesOf(column);
            T largest = T.Load(x + grid.InputAt(top, left) + channel), winner = NumberOf(top, left);
            for (int i = top; i < bottom; i++)
            {
                for (int j = left; j < right; j++)
                {
                    T challenger = T.Load(x + grid.InputAt(i, j) + channel);
                    winner = T.IfPositive(challenger - largest, NumberOf(i, j), winner);
                    largest = T.Max(challenger, largest);
                }
            }
            T.Store(largest, y + channel);
            T.Store(winner, winners + channel);
        }

        private int NumberOf(int i, int j) => (i - grid.Down.Begin(row)) * grid.Across.Size + j - grid.Across.Begin(column);
    }

    private readonly struct Prizes(WindowGrid grid, int row, int column, float* winners, float* dy, float* dx) : IColumnSweep
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Invoke<T>(int channel) where T : struct, ISimdLane<T>, ILane<T>
        {
            (int top, int bottom) = grid.Down.WindowsOver(row);
            (int left, int right) = grid.Across.WindowsOver(column);
            T sum = 0;
            for (int i = top; i < bottom; i++)
            {
                for (int j = left; j < right; j++)
                {
                    int window = grid.OutputAt(i, j) + channel;
                    float number = (row - grid.Down.Begin(i)) * grid.Across.Size + column - grid.Across.Begin(j);
                    sum += T.IfPositive(T.Abs(T.Load(winners + window) - number), 0, T.Load(dy + window));
                }
            }
            T.Store(sum, dx + channel);
        }
    }
}
