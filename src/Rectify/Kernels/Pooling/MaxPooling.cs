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
                var windowRows = grid.Down.WindowsOver(row);
                for (int column = 0; column < grid.Across.Length; column++)
                {
                    Patch windows = new(windowRows, grid.Across.WindowsOver(column));
                    ColumnSweep.Run(new Prizes(grid, row, column, windows, winner, dy, dx + grid.InputAt(row, column)), grid.Channels);
                }
            }
        }
    }

    private readonly struct Contest(WindowGrid grid, int row, int column, float* x, float* y, float* winners) : IColumnSweep
    {
        private readonly Patch _places = grid.PlacesOf(row, column);
        private readonly int _begin = grid.Down.Begin(row) * grid.Across.Size + grid.Across.Begin(column);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Invoke<T>(int channel) where T : struct, ISimdLane<T>, ILane<T>
        {
            T largest = T.Load(x + grid.InputAt(_places.Top, _places.Left) + channel), winner = NumberOf(_places.Top, _places.Left);
            for (int i = _places.Top; i < _places.Bottom; i++)
            {
                for (int j = _places.Left; j < _places.Right; j++)
                {
                    T challenger = T.Load(x + grid.InputAt(i, j) + channel);
                    winner = T.IfPositive(challenger - largest, NumberOf(i, j), winner);
                    largest = T.Max(challenger, largest);
                }
            }
            T.Store(largest, y + channel);
            T.Store(winner, winners + channel);
        }

        // Places of a window are numbered row by row from its own beginning, which may be outside the image.
        private int NumberOf(int i, int j) => i * grid.Across.Size + j - _begin;
    }

    private readonly struct Prizes(WindowGrid grid, int row, int column, Patch windows, float* winners, float* dy, float* dx) : IColumnSweep
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Invoke<T>(int channel) where T : struct, ISimdLane<T>, ILane<T>
        {
            T sum = 0;
            for (int i = windows.Top; i < windows.Bottom; i++)
            {
                for (int j = windows.Left; j < windows.Right; j++)
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
