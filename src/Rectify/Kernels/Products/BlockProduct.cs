using System.Runtime.CompilerServices;

namespace Rectify.Kernels;

/// <summary>A product in blocks: each part computes one block of the output over the whole depth, and finishes it.</summary>
internal readonly unsafe struct BlockProduct<TLane> : IParallelJob where TLane : struct, ISimdLane<TLane>, ILane<TLane>
{
    private const int TilesWorthPacking = 4, FirstCache = 4 * 1024;

    public required Operand A { get; init; }
    public required Operand B { get; init; }
    public required Operand C { get; init; }
    public required Blocks Blocks { get; init; }
    public required int Rows { get; init; }
    public required int Columns { get; init; }
    public required int Depth { get; init; }
    public required bool Add { get; init; }
    public required Epilogue? Epilogue { get; init; }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Invoke(int part)
    {
        (int row, int rows) = Blocks.Rows(part);
        (int column, int columns) = Blocks.Columns(part);
        if (Depth == 0 && !Add) { C.From(row, column).Clear(rows, columns); }

        // Even cuts of the depth; from the second on, every sum goes on where it stood, so its chain is never broken.
        int cuts = (Depth + Scratch.MostDepth - 1) / Scratch.MostDepth;
        for (int cut = 0; cut < cuts; cut++)
        {
            int start = (int)((long)Depth * cut / cuts), end = (int)((long)Depth * (cut + 1) / cuts);
            Multiply(A.From(row, start), B.From(start, column), C.From(row, column), rows, columns, end - start, Add || cut > 0);
        }
        Epilogue?.Apply(new Span<float>(C.Start, Rows * Columns), Columns, row, rows, column, columns);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Multiply(Operand a, Operand b, Operand c, int rows, int columns, int depth, bool add)
    {
        int column = 0;
        if (b.ColumnStride == 1 && !IsWorthPacking(rows, depth))
        {
            // One or two rows alone have too few sums in flight.
            if (rows <= 2) { column = MultiplyAlong<Strip4<TLane>>(a, b, c, rows, column, columns, depth, add); }
            column = MultiplyAlong<Strip2<TLane>>(a, b, c, rows, column, columns, depth, add);
        }
        if (rows <= 2)
        {
            for (; column + Strip4<TLane>.Width <= columns; column += Strip4<TLane>.Width)
            {
                MultiplyDown<Strip4<TLane>>(a, b.From(0, column), c.From(0, column), rows, Strip4<TLane>.Width, depth, add);
            }
        }
        for (; column + TLane.Count < columns; column += Strip2<TLane>.Width)
        {
            int width = Math.Min(Strip2<TLane>.Width, columns - column);
            MultiplyDown<Strip2<TLane>>(a, b.From(0, column), c.From(0, column), rows, width, depth, add);
        }
        if (column < columns)
        {
            MultiplyDown<Strip1<TLane>>(a, b.From(0, column), c.From(0, column), rows, columns - column, depth, add);
        }
    }

    // More tiles than a few read a strip so often that its copy is repaid, unless all of the second matrix stays in the first cache.
    private bool IsWorthPacking(int rows, int depth)
        => rows > TilesWorthPacking * Tile<Strip2<TLane>>.MostRows && (long)depth * Columns > FirstCache;

    /// <summary>Whole strips of the second matrix as it lies, some rows after the other; returns the first column that is left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int MultiplyAlong<TStrip>(Operand a, Operand b, Operand c, int rows, int column, int columns, int depth, bool add)
        where TStrip : struct, IStrip<TStrip>
    {
        int strips = (columns - column) / TStrip.Width;
        if (strips == 0) { return column; }

        Depth steps = new(depth);
        Tiles along = new(strips, 0, TStrip.Width, TStrip.Width);
        Operand bStrip = b.From(0, column);
        int tiles = (rows + Tile<TStrip>.MostRows - 1) / Tile<TStrip>.MostRows;
        for (int tile = 0; tile < tiles; tile++)
        {
            // Of nearly equal height: nine rows are five and four, because one row alone would be slow.
            int row = rows * tile / tiles, height = rows * (tile + 1) / tiles - row;
            Tile<TStrip>.Multiply(height, along, steps, a.From(row, 0), bStrip, c.From(row, column), add);
        }
        return column + strips * TStrip.Width;
    }

    /// <summary>One strip, copied where that helps, for all rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void MultiplyDown<TStrip>(Operand a, Operand b, Operand c, int rows, int width, int depth, bool add)
        where TStrip : struct, IStrip<TStrip>
    {
        float* panel = Scratch.OfThread.Panel;
        Panel.Pack<TStrip>(b, depth, width, B.Start + (nint)Depth * Columns, panel);
        Operand packed = new(panel, TStrip.Width, 1);
        Depth steps = new(depth);
        int tiles = (rows + Tile<TStrip>.MostRows - 1) / Tile<TStrip>.MostRows;
        if (width < TStrip.Width)
        {
            for (int tile = 0; tile < tiles; tile++)
            {
                int row = rows * tile / tiles, height = rows * (tile + 1) / tiles - row;
                Tile<TStrip>.Multiply(height, width, steps, a.From(row, 0), packed, c.From(row, 0), add);
            }
            return;
        }

        (int lower, int taller) = Math.DivRem(rows, tiles);
        int first = taller * (lower + 1);
        if (taller > 0)
        {
            Tiles down = new(taller, (lower + 1) * a.RowStride, 0, (lower + 1) * c.RowStride);
            Tile<TStrip>.Multiply(lower + 1, down, steps, a, packed, c, add);
        }
        Tiles rest = new(tiles - taller, lower * a.RowStride, 0, lower * c.RowStride);
        Tile<TStrip>.Multiply(lower, rest, steps, a.From(first, 0), packed, c.From(first, 0), add);
    }
}
