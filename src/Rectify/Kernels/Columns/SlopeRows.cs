namespace Rectify.Kernels;

/// <summary>
/// What slopes say of each unit, or channel of images: on how many rows it is active, and how far its slopes differ.
/// </summary>
internal static unsafe class SlopeRows
{
    // As in Columns: a stretch of rows stays in the nearest cache while its columns are done a few at a time.
    private const int StretchLength = 4 * 1024;

    /// <summary>Adds what some rows say.</summary>
    /// <param name="slopes">Rows, each of whole positions of as many numbers as there are units.</param>
    /// <param name="least">A unit is active on a row where the size of any of its slopes there is at least this, or NaN.</param>
    /// <param name="active">Added to, one a unit: the rows on which it is active.</param>
    /// <param name="lowest">Lowered, one a unit; NaN where a slope was.</param>
    /// <param name="highest">Raised, one a unit; NaN where a slope was.</param>
    /// <param name="reached">One a row: set to 1 where any unit is active on it, else to 0.</param>
    public static void Count(
        ReadOnlySpan<float> slopes, float least, Span<float> active, Span<float> lowest, Span<float> highest, Span<float> reached)
        => Count(slopes, least, active, lowest, highest, reached, Elementwise.Width);

    internal static void Count(
        ReadOnlySpan<float> slopes, float least, Span<float> active, Span<float> lowest, Span<float> highest, Span<float> reached,
        int width)
    {
        Lengths.Check(lowest, active.Length);
        Lengths.Check(highest, active.Length);
        int rows = reached.Length;
        if (active.IsEmpty || slopes.Length % Math.Max(rows * active.Length, 1) != 0)
        {
            throw new ArgumentException($"{slopes.Length} numbers are not {rows} rows of whole positions of {active.Length} units.");
        }
        reached.Clear();
        if (slopes.IsEmpty) { return; }
        int rowLength = slopes.Length / rows, stretch = Math.Max(StretchLength / rowLength, 1);
        fixed (float* s = slopes, a = active, l = lowest, h = highest, r = reached)
        {
            for (int row = 0; row < rows; row += stretch)
            {
                Sweep sweep = new(
                    s + row * (nint)rowLength, Math.Min(stretch, rows - row), rowLength, active.Length, least, a, l, h, r + row);
                ColumnSweep.Run(sweep, active.Length, width);
            }
        }
    }

    private readonly struct Sweep(
        float* slopes, int rows, int rowLength, int units, float least, float* active, float* lowest, float* highest, float* reached)
        : IColumnSweep
    {
        public void Invoke<T>(int first, int end) where T : struct, ISimdLane<T>, ILane<T>
        {
            for (int unit = first; unit < end; unit += T.Count)
            {
                T count = T.Load(active + unit), low = T.Load(lowest + unit), high = T.Load(highest + unit);
                for (int row = 0; row < rows; row++)
                {
                    // 1 for each unit that is active at none of the positions so far.
                    T idle = 1;
                    float* from = slopes + row * (nint)rowLength + unit;
                    for (int place = 0; place < rowLength; place += units)
                    {
                        T slope = T.Load(from + place);
                        (low, high) = (T.Min(low, slope), T.Max(high, slope));
                        idle = T.IfPositive(least - T.Abs(slope), idle, 0);
                    }
                    count += 1 - idle;
                    if (T.AnyLess(idle, 1)) { reached[row] = 1; }
                }
                T.Store(count, active + unit);
                T.Store(low, lowest + unit);
                T.Store(high, highest + unit);
            }
        }
    }
}
