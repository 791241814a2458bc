using System.Runtime.CompilerServices;

namespace Rectify.Kernels;

/// <summary>A product in blocks: each part computes one block of the output over the whole depth, and finishes it.</summary>
internal readonly unsafe struct BlockProduct<TLane> : IParallelJob where TLane : struct, ISimdLane<TLane>, ILane<TLane>
{
    // Below this many rows a panel is not read often enough to repay its copying.
    private const int RowsWorthPacking = 48;

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

    private void Multiply(Operand a, Operand b, Operand c, int rows, int columns, int depth, bool add)
    {
        int column = 0;
        if (rows <= 2 && b.ColumnStride == 1)
        {
            for (; column + Strip4<TLane>.Width <= columns; column += Strip4<TLane>.Width)
            {
                MultiplyStrip<Strip4<TLane>>(a, b.From(0, column), c.From(0, column), rows, Strip4<TLane>.Width, depth, add);
            }
        }
        for (; column + TLane.Count < columns; column += Strip2<TLane>.Width)
        {
            int width = Math.Min(Strip2<TLane>.Width, columns - column);
            MultiplyStrip<Strip2<TLane>>(a, b.From(0, column), c.From(0, column), rows, width, depth, add);
        }
        if (column < columns)
        {
            MultiplyStrip<Strip1<TLane>>(a, b.From(0, column), c.From(0, column), rows, columns - column, depth, add);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void MultiplyStrip<TStrip>(Operand a, Operand b, Operand c, int rows, int width, int depth, bool add)
        where TStrip : struct, IStrip<TStrip>
    {
        bool ragged = width < TStrip.Width;
        if (ragged || b.ColumnStride != 1 || rows >= RowsWorthPacking)
        {
            float* panel = Scratch.OfThread.Panel;
            Panel.Pack<TStrip>(b, depth, width, B.Start + (nint)Depth * Columns, panel);
            b = new Operand(panel, TStrip.Width, 1);
        }

        // Tiles of nearly equal height: nine rows are five and four, because one row alone would be slow.
        int tiles = (rows + Tile<TStrip>.MostRows - 1) / Tile<TStrip>.MostRows;
        for (int tile = 0; tile < tiles; tile++)
        {
            int row = rows * tile / tiles, count = rows * (tile + 1) / tiles - row;
            Tile<TStrip>.Multiply(count, width, new Depth(depth), a.From(row, 0), b, c.From(row, 0), add);
        }
    }
}
