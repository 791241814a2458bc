using System.Runtime.CompilerServices;

namespace Rectify.Kernels;

/// <summary>
/// The product of one row with a transposed matrix, whose columns are read once and so are turned into rows in registers, not in a panel.
/// Each sum is the same chain as in a tile.
/// </summary>
internal static unsafe class TurnedRowProduct<TLane> where TLane : struct, ISimdLane<TLane>, ILane<TLane>
{
    // Columns so many numbers apart, or a multiple of it, lie in two places of a first-level cache, which has room for one lane of them.
    private const int SamePlaces = 512;

    private const int LargestLane = 16;

    /// <summary>c = a·b, or c += a·b, for as many columns as fill whole lanes; returns the first that is left.</summary>
    /// <param name="a">1 × depth.</param>
    /// <param name="b">depth × columns; rows lie side by side.</param>
    /// <param name="c">1 × columns.</param>
    /// <param name="columns">How many there are.</param>
    /// <param name="depth">How many products each sum has.</param>
    /// <param name="add">Whether the sums go on from c instead of starting at zero.</param>
    [MethodImpl(Compiled.Alone)]
    public static int Multiply(Operand a, Operand b, Operand c, int columns, int depth, bool add)
    {
        int column = 0, inPairs = b.ColumnStride % SamePlaces == 0 ? 0 : columns;
        for (; column + 2 * TLane.Count <= inPairs; column += 2 * TLane.Count)
        {
            AddColumns<LanePair<TLane>>(a, b.From(0, column), c.Start + column, depth, add);
        }
        for (; column + TLane.Count <= columns; column += TLane.Count)
        {
            AddColumns<TLane>(a, b.From(0, column), c.Start + column, depth, add);
        }
        return column;
    }

    [MethodImpl(Compiled.Alone)]
    private static void AddColumns<T>(Operand a, Operand b, float* sums, int depth, bool add) where T : struct, ISimdLane<T>, ILane<T>
    {
        T sum = add ? T.Load(sums) : 0;
        nint column = b.ColumnStride, next = a.ColumnStride;
        float* x = a.Start, from = b.Start;
        int k = 0;
        for (; k <= depth - 4; k += 4, x += 4 * next, from += 4)
        {
            T.LoadColumns(from, column, out T first, out T second, out T third, out T fourth);
            T.AddProduct(ref sum, x[0], first);
            T.AddProduct(ref sum, x[next], second);
            T.AddProduct(ref sum, x[2 * next], third);
            T.AddProduct(ref sum, x[3 * next], fourth);
        }

        float* row = stackalloc float[2 * LargestLane];
        for (; k < depth; k++, x += next, from++)
        {
            for (int i = 0; i < T.Count; i++) { row[i] = from[i * column]; }
            T.AddProduct(ref sum, *x, T.Load(row));
        }
        T.Store(sum, sums);
    }
}
