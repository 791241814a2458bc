using System.Runtime.CompilerServices;

namespace Rectify.Kernels;

/// <summary>A product in blocks: each part computes one block of the output over the whole depth, and finishes it.</summary>
internal readonly unsafe struct BlockProduct<TLane> : IParallelJob where TLane : struct, ISimdLane<TLane>, ILane<TLane>
{
    // Fewer tiles than this read a strip too seldom to repay its copying; and half of a first-level cache, in floats.
    private const int TilesWorthPacking = 4, HalfOfFirstCache = 4 * 1024;

    public required Operand A { get; init; }
    public required Operand B { get; init; }
    public required Operand C { get; init; }
    public required Blocks Blocks { get; init; }
    public required int Rows { get; init; }
    public required int Columns { get; init; }
    public required int Depth { get; init; }
    public required bool Add { get; init; }
    public required Epilogue? Epilogue { get; init; }

    // Where the second matrix ends in memory.
    private float* End => B.Start + (nint)Depth * Columns;

    [MethodImpl(Compiled.Alone)]
    public void Invoke(int part)
    {
        (int row, int rows) = Blocks.Rows(part);
        (int column, int columns) = Blocks.Columns(part);
        if (Depth == 0 && !Add) { C.From(row, column).Clear(rows, columns); }

        // Even cuts of the depth; from the second on, every sum goes on where it stood, so its chain is never broken. A panel that is
        // written to be read once should not leave the first cache in between.
        int most = B.ColumnStride != 1 && rows <= Tile<Strip2<TLane>>.MostRows ? Scratch.MostDepth / 4 : Scratch.MostDepth;
        int cuts = (Depth + most - 1) / most;
        for (int cut = 0; cut < cuts; cut++)
        {
            int start = (int)((long)Depth * cut / cuts), end = (int)((long)Depth * (cut + 1) / cuts);
            Multiply(A.From(row, start), B.From(start, column), C.From(row, column), rows, columns, end - start, Add || cut > 0);
        }
        Epilogue?.Apply(new Span<float>(C.Start, Rows * Columns), Columns, row, rows, column, columns);
    }

    [MethodImpl(Compiled.Alone)]
    private void Multiply(Operand a, Operand b, Operand c, int rows, int columns, int depth, bool add)
    {
        bool packs = b.ColumnStride != 1 || IsWorthPacking(rows, depth);
        int column = 0;

        if (rows == 1 && b.ColumnStride == 1 && RowProduct<TLane>.IsBetter(columns))
        {
            column = RowProduct<TLane>.Multiply(a, b, c, columns, depth, add);
            if (column == columns) { return; }
        }

        if (rows == 1 && b.ColumnStride != 1)
        {
            column = TurnedRowProduct<TLane>.Multiply(a, b, c, columns, depth, add);
            if (column == columns) { return; }
        }

        // One or two rows alone have too few sums in flight.
        if (rows <= 2) { column = MultiplyWhole<Strip4<TLane>>(a, b, c, rows, column, columns, depth, add, packs); }
        column = MultiplyWhole<Strip2<TLane>>(a, b, c, rows, column, columns, depth, add, packs);
        if (column == columns) { return; }

        (Operand bLast, Operand cLast) = (b.From(0, column), c.From(0, column));
        int width = columns - column;
        if (width > TLane.Count) { MultiplyLast<Strip2<TLane>>(a, bLast, cLast, rows, width, depth, add, packs); }
        else { MultiplyLast<Strip1<TLane>>(a, bLast, cLast, rows, width, depth, add, packs); }
    }

    // A small matrix stays in the first cache as it lies.
    private bool IsWorthPacking(int rows, int depth)
        => rows > TilesWorthPacking * Tile<Strip2<TLane>>.MostRows && (long)depth * Columns > HalfOfFirstCache;

    /// <summary>As many whole strips as there are; returns the first column that is left.</summary>
    [MethodImpl(Compiled.Alone)]
    private int MultiplyWhole<TStrip>(Operand a, Operand b, Operand c, int rows, int column, int columns, int depth, bool add, bool packs)
        where TStrip : struct, IStrip<TStrip>
    {
        int strips = (columns - column) / TStrip.Width;
        if (packs)
        {
            for (int strip = 0; strip < strips; strip++, column += TStrip.Width)
            {
                Operand panel = Packed<TStrip>(b.From(0, column), TStrip.Width, depth);
                StripProduct<TStrip>.MultiplyDown(a, panel, c.From(0, column), rows, depth, add);
            }
            return column;
        }
        if (strips > 0) { StripProduct<TStrip>.MultiplyAlong(a, b.From(0, column), c.From(0, column), rows, strips, depth, add); }
        return column + strips * TStrip.Width;
    }

    /// <summary>The columns that do not fill a strip.</summary>
    [MethodImpl(Compiled.Alone)]
    private void MultiplyLast<TStrip>(Operand a, Operand b, Operand c, int rows, int width, int depth, bool add, bool packs)
        where TStrip : struct, IStrip<TStrip>
    {
        // As it lies, a strip is read with what follows its rows; only behind the last ones the matrix ends.
        nint left = (nint)(End - b.Start) - TStrip.Width;
        int inside = packs || left < 0 ? 0 : (int)Math.Min(depth, left / b.RowStride + 1);
        if (inside > 0) { StripProduct<TStrip>.MultiplyRagged(a, b, c, rows, width, inside, add); }
        if (inside == depth) { return; }

        Operand rest = Packed<TStrip>(b.From(inside, 0), width, depth - inside);
        StripProduct<TStrip>.MultiplyRagged(a.From(0, inside), rest, c, rows, width, depth - inside, add || inside > 0);
    }

    private Operand Packed<TStrip>(Operand strip, int width, int depth) where TStrip : struct, IStrip<TStrip>
    {
        float* panel = Scratch.OfThread.Panel;
        Panel.Pack<TStrip>(strip, depth, width, End, panel);
        return new(panel, TStrip.Width, 1);
    }
}
