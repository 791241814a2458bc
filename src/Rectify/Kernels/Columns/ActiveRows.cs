using System.Runtime.CompilerServices;

namespace Rectify.Kernels;

/// <summary>Counts for each unit, or channel of images, the rows on which any of its numbers lies between two bounds.</summary>
internal static unsafe class ActiveRows
{
    // As in Columns: a stretch of rows stays in the nearest cache while its columns are done a few at a time.
    private const int StretchLength = 4 * 1024;

    /// <summary>Adds for each unit the rows on which it is active.</summary>
    /// <param name="values">Rows, each of whole positions of as many numbers as there are units.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="low">A number is active above this; −∞ for all below the other.</param>
    /// <param name="high">And below this.</param>
    /// <param name="counts">Added to; one a unit.</param>
    public static void Count(ReadOnlySpan<float> values, int rows, float low, float high, Span<float> counts)
    {
        if (counts.IsEmpty || rows < 0 || values.Length % Math.Max(rows * counts.Length, 1) != 0)
        {
            throw new ArgumentException($"{values.Length} numbers are not {rows} rows of whole positions of {counts.Length} units.");
        }
        if (values.IsEmpty) { return; }
        int rowLength = values.Length / rows, stretch = Math.Max(StretchLength / rowLength, 1);
        fixed (float* v = values, c = counts)
        {
            for (int row = 0; row < rows; row += stretch)
            {
                float* start = v + row * (nint)rowLength;
                ColumnSweep.Run(new Sweep(start, Math.Min(stretch, rows - row), rowLength, counts.Length, low, high, c), counts.Length);
            }
        }
    }

    private readonly struct Sweep(float* values, int rows, int rowLength, int units, float low, float high, float* counts) : IColumnSweep
    {
        public void Invoke<T>(int first, int end) where T : struct, ISimdLane<T>, ILane<T>
        {
            for (int unit = first; unit < end; unit += T.Count)
            {
                T count = T.Load(counts + unit);
                for (int row = 0; row < rows; row++) { count += T.IfPositive(Inside<T>(values + row * (nint)rowLength + unit), 1, 0); }
                T.Store(count, counts + unit);
            }
        }

        // Above 0 where a unit is active at any position. Most channels of an image are at one of the first, and then no more are read.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private T Inside<T>(float* row) where T : struct, ISimdLane<T>, ILane<T>
        {
            T most = float.NegativeInfinity;
            for (int place = 0; place < rowLength; place += units)
            {
                T value = T.Load(row + place);

                // Not T.Max, which would keep the NaN of one position for all.
                T inside = T.Min(value - low, high - value);
                most = T.IfPositive(inside, inside, most);
                if (!T.AnyLess(most, float.Epsilon)) { break; }
            }
            return most;
        }
    }
}
