using System.Runtime.CompilerServices;

namespace Rectify.Kernels;

/// <summary>
/// The product of one row: each of its numbers times a row of the second matrix, added up. A tile would read that matrix in narrow strips
/// from top to bottom; here its rows are read as they lie, some at once, which is what memory is fast at. The sums wait in the first
/// cache, and each is the same chain as in a tile.
/// </summary>
internal static unsafe class RowProduct<TLane> where TLane : struct, ISimdLane<TLane>, ILane<TLane>
{
    private const int RowsAtOnce = 8;

    // With fewer sums in flight than this, each waits for the one before.
    private const int LeastLanes = 8;

    /// <summary>Whether so many columns are enough.</summary>
    public static bool IsBetter(int columns) => columns >= LeastLanes * TLane.Count;

    /// <summary>c = a·b, or c += a·b, for as many columns as fill whole lanes; returns the first that is left.</summary>
    /// <param name="a">1 × depth.</param>
    /// <param name="b">depth × columns; columns lie side by side.</param>
    /// <param name="c">1 × columns.</param>
    /// <param name="columns">How many there are.</param>
    /// <param name="depth">How many products each sum has.</param>
    /// <param name="add">Whether the sums go on from c instead of starting at zero.</param>
    [MethodImpl(Compiled.Alone)]
    public static int Multiply(Operand a, Operand b, Operand c, int columns, int depth, bool add)
    {
        int whole = columns / TLane.Count * TLane.Count, k = 0;
        if (!add) { c.Clear(1, whole); }
        for (; k <= depth - RowsAtOnce; k += RowsAtOnce) { AddRows(a.From(0, k), b.From(k, 0), c.Start, whole); }
        for (; k < depth; k++) { AddRow(*a.From(0, k).Start, b.From(k, 0).Start, c.Start, whole); }
        return whole;
    }

    [MethodImpl(Compiled.Alone)]
    private static void AddRows(Operand a, Operand b, float* sums, int columns)
    {
        nint next = a.ColumnStride, one = b.RowStride, two = 2 * one;
        float* x = a.Start, b0 = b.Start, b3 = b0 + 3 * one, b6 = b3 + 3 * one;
        TLane x0 = x[0], x1 = x[next], x2 = x[2 * next], x3 = x[3 * next];
        TLane x4 = x[4 * next], x5 = x[5 * next], x6 = x[6 * next], x7 = x[7 * next];
        for (float* end = sums + columns; sums < end; sums += TLane.Count)
        {
            TLane sum = TLane.Load(sums);
            TLane.AddProduct(ref sum, x0, TLane.Load(b0));
            TLane.AddProduct(ref sum, x1, TLane.Load(b0 + one));
            TLane.AddProduct(ref sum, x2, TLane.Load(b0 + two));
            TLane.AddProduct(ref sum, x3, TLane.Load(b3));
            TLane.AddProduct(ref sum, x4, TLane.Load(b3 + one));
            TLane.AddProduct(ref sum, x5, TLane.Load(b3 + two));
            TLane.AddProduct(ref sum, x6, TLane.Load(b6));
            TLane.AddProduct(ref sum, x7, TLane.Load(b6 + one));
            TLane.Store(sum, sums);
            b0 += TLane.Count;
            b3 += TLane.Count;
            b6 += TLane.Count;
        }
    }

    [MethodImpl(Compiled.Alone)]
    private static void AddRow(float factor, float* row, float* sums, int columns)
    {
        TLane x = factor;
        for (int i = 0; i < columns; i += TLane.Count)
        {
            TLane sum = TLane.Load(sums + i);
            TLane.AddProduct(ref sum, x, TLane.Load(row + i));
            TLane.Store(sum, sums + i);
        }
    }
}
