using System.Runtime.CompilerServices;

namespace Rectify.Kernels;

/// <summary>The largest of each channel in every window of one image.</summary>
internal static unsafe class MaxPooling
{
    /// <summary>Overwrites the outputs, and for each the number of the tap that won in its window: the first on a tie.</summary>
    public static void Forward(WindowGrid grid, ReadOnlySpan<float> input, Span<float> output, Span<float> winners)
    {
        Lengths.Check(input, grid.InputLength);
        Lengths.Check(output, grid.OutputLength);
        Lengths.Check(winners, grid.OutputLength);
        fixed (float* x = input, y = output, winner = winners)
        {
            for (int row = 0; row < grid.Down.Count; row++)
            {
                ColumnSweep.Run(new RowOfContests(grid, row, x, y, winner), grid.Channels);
            }
        }
    }

    /// <summary>Overwrites the outputs alone, where no gradient will come back and so nobody asks who won.</summary>
    public static void Forward(WindowGrid grid, ReadOnlySpan<float> input, Span<float> output)
        => WindowFolds.Fold<Largest>(grid, input, output);

    /// <summary>Overwrites the gradient of every place with the sum of those of the windows that it won.</summary>
    public static void Backward(WindowGrid grid, ReadOnlySpan<float> winners, ReadOnlySpan<float> outputGradient, Span<float> inputGradient)
    {
        Lengths.Check(winners, grid.OutputLength);
        Lengths.Check(outputGradient, grid.OutputLength);
        fixed (float* winner = winners, dy = outputGradient) { WindowShares.Add(grid, new Prize(winner, dy), inputGradient); }
    }

    private readonly struct RowOfContests(WindowGrid grid, int row, float* x, float* y, float* winners) : IColumnSweep
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Invoke<T>(int first, int end) where T : struct, ISimdLane<T>, ILane<T>
        {
            for (int column = 0; column < grid.Across.Count; column++)
            {
                Patch places = grid.PlacesOf(row, column);
                float* from = x + grid.InputAt(places.Top, places.Left);
                int window = grid.OutputAt(row, column);
                for (int channel = first; channel < end; channel += T.Count)
                {
                    Contest(places, from + channel, out T largest, out T winner);
                    T.Store(largest, y + window + channel);
                    T.Store(winner, winners + window + channel);
                }
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void Contest<T>(Patch places, float* from, out T largest, out T winner) where T : struct, ISimdLane<T>, ILane<T>
        {
            T number = places.Number;
            (largest, winner) = (float.NegativeInfinity, number);
            for (int i = 0; i < places.Rows; i++, from += places.NextRow, number += places.NextNumber)
            {
                for (int j = 0; j < places.Columns; j++, from += places.NextColumn, number += 1)
                {
                    T challenger = T.Load(from);
                    winner = T.IfPositive(challenger - largest, number, winner);
                    largest = T.Max(challenger, largest);
                }
            }
        }
    }

    private readonly struct Largest : IWindowFold
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(Patch places, float* from) where T : struct, ISimdLane<T>, ILane<T>
        {
            // The usual window, without loops.
            if (places is { Rows: 2, Columns: 2 })
            {
                float* below = from + places.NextRow + 2 * places.NextColumn;
                T above = T.Max(T.Load(from + places.NextColumn), T.Load(from));
                return T.Max(T.Load(below + places.NextColumn), T.Max(T.Load(below), above));
            }
            T largest = float.NegativeInfinity;
            for (int i = 0; i < places.Rows; i++, from += places.NextRow)
            {
                for (int j = 0; j < places.Columns; j++, from += places.NextColumn) { largest = T.Max(T.Load(from), largest); }
            }
            return largest;
        }
    }

    private readonly struct Prize(float* winners, float* dy) : IWindowShare
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T Whole<T>(int window, int area) where T : struct, ISimdLane<T>, ILane<T> => T.Load(dy + window);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T Of<T>(T whole, int window, T number) where T : struct, ISimdLane<T>, ILane<T>
            => T.IfPositive(T.Abs(T.Load(winners + window) - number), 0, whole);
    }
}
