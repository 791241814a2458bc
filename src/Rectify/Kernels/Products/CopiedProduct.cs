using System.Runtime.CompilerServices;

namespace Rectify.Kernels;

/// <summary>
/// A large product, of which both matrices are copied: the strips of the second once, for all threads; the rows of the first by the
/// thread that multiplies them, as many as stay in a second-level cache while the strips run through them.
/// </summary>
/// <remarks>K. Goto and R. van de Geijn, "Anatomy of High-Performance Matrix Multiplication" (2008).</remarks>
internal readonly unsafe struct CopiedProduct<TLane> : IParallelJob where TLane : struct, ISimdLane<TLane>, ILane<TLane>
{
    // Columns whose strips are copied at once: the copy of a mebinumber or two stays in a third-level cache.
    private const int MostColumns = 1024;

    public required Operand A { get; init; }
    public required Operand B { get; init; }
    public required Operand C { get; init; }

    /// <summary>Where the columns begin whose strips are copied.</summary>
    public required int FirstColumn { get; init; }
    public required int Rows { get; init; }
    public required Blocks Blocks { get; init; }
    public required int Depth { get; init; }
    public required bool Add { get; init; }
    public required float* Panels { get; init; }
    public required float* End { get; init; }

    /// <summary>Null before the last cut of the depth.</summary>
    public required Epilogue? Epilogue { get; init; }

    private static int Width => Strip2<TLane>.Width;

    private static int Height => Tile<Strip2<TLane>>.MostRows;

    /// <summary>c = a·b, or c += a·b; then the epilogue.</summary>
    [MethodImpl(Compiled.Alone)]
    public static void Multiply(
        Workers workers, Operand a, Operand b, Operand c, int rows, int columns, int depth, bool add, Epilogue? epilogue)
    {
        // Even cuts of the depth; from the second on, every sum goes on where it stood, so its chain is never broken.
        int cuts = (depth + Scratch.MostPackedDepth - 1) / Scratch.MostPackedDepth, deepest = (depth + cuts - 1) / cuts;
        float* panels = Scratch.OfThread.Packed(Math.Min(columns, MostColumns) / Width * Width * deepest) + Scratch.PackedNumbers;
        for (int column = 0; column < columns; column += MostColumns)
        {
            int count = Math.Min(MostColumns, columns - column), strips = count / Width;
            for (int cut = 0; cut < cuts; cut++)
            {
                int start = (int)((long)depth * cut / cuts), length = (int)((long)depth * (cut + 1) / cuts) - start;
                float* end = b.Start + (nint)depth * columns;
                StripCopies<TLane> copies = new(b.From(start, column), length, strips, end, panels);
                workers.Run(copies, copies.Count);

                int most = Scratch.PackedNumbers / (length * RowTiles.StepFor(Height)) * Height;
                CopiedProduct<TLane> product = new()
                {
                    A = a.From(0, start),
                    B = b.From(start, column),
                    C = c,
                    FirstColumn = column,
                    Rows = rows,
                    Blocks = Blocks.Copied(rows, count, most, workers.Threads, Height, Width),
                    Depth = length,
                    Add = add || cut > 0,
                    Panels = panels,
                    End = end,
                    Epilogue = cut == cuts - 1 ? epilogue : null,
                };
                workers.Run(product, product.Blocks.Count);
            }
        }
    }

    [MethodImpl(Compiled.Alone)]
    public void Invoke(int part)
    {
        (int row, int rows) = Blocks.Rows(part);
        (int first, int columns) = Blocks.Columns(part);
        Operand a = A.From(row, 0);
        RowTiles tiles = StripProduct<Strip2<TLane>>.Pack(a, rows, Depth, Scratch.OfThread.Packed(0));
        int column = first, end = first + columns;
        for (; column + Width <= end; column += Width)
        {
            Operand panel = new(Panels + (nint)column * Depth, Width, 1);
            StripProduct<Strip2<TLane>>.MultiplyDown(tiles, panel, C.From(row, FirstColumn + column), rows, Depth, Add);
        }

        int left = end - column;
        if (left > TLane.Count) { MultiplyLast<Strip2<TLane>>(a, row, rows, column, left); }
        else if (left > 0) { MultiplyLast<Strip1<TLane>>(a, row, rows, column, left); }
        Epilogue?.Apply(new Span<float>(C.Start, Rows * (int)C.RowStride), (int)C.RowStride, row, rows, FirstColumn + first, columns);
    }

    // The columns that do not fill a strip.
    [MethodImpl(Compiled.Alone)]
    private void MultiplyLast<TStrip>(Operand a, int row, int rows, int column, int width) where TStrip : struct, IStrip<TStrip>
    {
        float* panel = Scratch.OfThread.Panel;
        Panel.Pack<TStrip>(B.From(0, column), Depth, width, End, panel);
        StripProduct<TStrip>.MultiplyRagged(a, new(panel, TStrip.Width, 1), C.From(row, FirstColumn + column), rows, width, Depth, Add);
    }
}
