using System.Runtime.CompilerServices;

namespace Rectify.Kernels;

/// <summary>Counts for each unit, or channel of images, the rows on which any of its numbers lies between two bounds.</summary>
internal static unsafe class ActiveRows
{
    // As in Columns: a stretch of rows stays in the nearest cache while its columns are done a few at a time.
    private const int StretchLength = 4 * 1024;

    // Columns of a part: its threads write to lines of their own.
    private const int PartColumns = 128;

    /// <summary>Adds for each unit the rows on which it is active.</summary>
    /// <param name="workers">The threads that share the units.</param>
    /// <param name="values">Rows, each of whole positions of as many numbers as there are units.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="low">A number is active above this; −∞ for all below the other.</param>
    /// <param name="high">And below this.</param>
    /// <param name="counts">Added to; one a unit.</param>
    public static void Count(Workers workers, ReadOnlySpan<float> values, int rows, float low, float high, Span<float> counts)
    {
        if (counts.IsEmpty || rows < 0 || values.Length % Math.Max(rows * counts.Length, 1) != 0)
        {
            throw new ArgumentException($"{values.Length} numbers are not {rows} rows of whole positions of {counts.Length} units.");
        }
        if (values.IsEmpty) { return; }
        fixed (float* v = values, c = counts)
        {
            Job job = new(v, rows, values.Length / rows, counts.Length, low, high, c);
            workers.For(values.Length).Run(job, (counts.Length + PartColumns - 1) / PartColumns);
        }
    }

    private readonly struct Job(float* values, int rows, int rowLength, int units, float low, float high, float* counts) : IParallelJob
    {
        public void Invoke(int part)
        {
            int first = part * PartColumns, columns = Math.Min(PartColumns, units - first);
            int stretch = Math.Max(StretchLength / (rowLength / units * columns), 1);
            for (int row = 0; row < rows; row += stretch)
            {
                float* start = values + row * (nint)rowLength + first;
                ColumnSweep.Run(
                    new Sweep(start, Math.Min(stretch, rows - row), rowLength, units, low, high, counts + first), columns);
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
                float* from = values + unit;
                for (int row = 0; row < rows; row++, from += rowLength)
                {
                    count += T.IfPositive(rowLength == units ? Inside(T.Load(from)) : AnyInside<T>(from), 1, 0);
                }
                T.Store(count, counts + unit);
            }
        }

        // Above 0 where a number is between the bounds.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private T Inside<T>(T value) where T : struct, ISimdLane<T>, ILane<T> => T.Min(value - low, high - value);

        // Above 0 where a unit is active at any position. Most channels of an image are at one of the first, and then no more are read.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private T AnyInside<T>(float* row) where T : struct, ISimdLane<T>, ILane<T>
        {
            T most = float.NegativeInfinity;
            for (int place = 0; place < rowLength; place += units)
            {
                // Not T.Max, which would keep the NaN of one position for all.
                T inside = Inside(T.Load(row + place));
                most = T.IfPositive(inside, inside, most);
                if (!T.AnyLess(most, float.Epsilon)) { break; }
            }
            return most;
        }
    }
}
