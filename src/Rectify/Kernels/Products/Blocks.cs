namespace Rectify.Kernels;

/// <summary>
/// How a product is cut into blocks of rows × columns, which threads take one by one. Blocks never share a number of
/// the output, so the cut changes no bit.
/// </summary>
internal readonly struct Blocks
{
    // A block of the first matrix (rows × depth of a panel) stays in a second-level cache of 1 MiB.
    private const int MostRows = 256, MostColumns = 128;

    // Fewer rows that are copied read every strip too seldom to repay fetching it.
    private const int LeastCopied = 96;

    // Several blocks per thread, so that a thread that is late leaves its share to the others; but each large enough to be worth
    // fetching. A small product stays where it is: what a thread reads that another wrote comes from the other's cache, and below
    // some 30 µs that takes longer than the half of the work that it saves.
    private const int PerThread = 4;
    private const long LeastShared = 6_000_000, LeastBlock = 100_000;

    private readonly int _rows, _columns, _rowStep, _columnStep, _rowCuts, _columnCuts;

    /// <param name="rows">Rows of the product.</param>
    /// <param name="columns">Columns of the product.</param>
    /// <param name="depth">How many products each sum has.</param>
    /// <param name="threads">How many threads share the blocks.</param>
    /// <param name="rowStep">Rows of a tile: cuts fall between tiles.</param>
    /// <param name="columnStep">Columns of a tile.</param>
    public Blocks(int rows, int columns, int depth, int threads, int rowStep, int columnStep)
    {
        (_rows, _columns, _rowStep, _columnStep) = (rows, columns, rowStep, columnStep);
        _rowCuts = Ratio(rows, MostRows);

        // One row reads each number of the second matrix once: longer rows of it are read faster, and nothing is read again.
        _columnCuts = rows == 1 ? 1 : Ratio(columns, MostColumns);

        int wanted = Wanted(2L * rows * columns * depth, threads);
        if (wanted == 1) { return; }

        // Columns first: blocks of the same columns each pack the same part of the second matrix.
        if (Count < wanted) { _columnCuts = Math.Min(Ratio(wanted, _rowCuts), Ratio(columns, columnStep)); }
        if (Count < wanted) { _rowCuts = Math.Min(Ratio(wanted, _columnCuts), Ratio(rows, rowStep)); }
    }

    private Blocks(int rows, int columns, int rowStep, int columnStep, (int Rows, int Columns) cuts)
    {
        (_rows, _columns, _rowStep, _columnStep) = (rows, columns, rowStep, columnStep);
        (_rowCuts, _columnCuts) = cuts;
    }

    /// <summary>Where both matrices are copied: each thread as many blocks as the others, all columns in one where that can be.</summary>
    /// <param name="rows">Rows of the product.</param>
    /// <param name="columns">Columns of the product.</param>
    /// <param name="mostRows">Rows for which there is room.</param>
    /// <param name="threads">How many threads share the blocks.</param>
    /// <param name="rowStep">Rows of a tile.</param>
    /// <param name="columnStep">Columns of a tile.</param>
    public static Blocks Copied(int rows, int columns, int mostRows, int threads, int rowStep, int columnStep)
    {
        int wanted = threads == 1 ? 1 : threads * PerThread;
        int rowCuts = Math.Max(Ratio(rows, mostRows), Math.Clamp(rows / LeastCopied, 1, wanted));
        int columnCuts = Math.Clamp(Ratio(threads, rowCuts), 1, Ratio(columns, columnStep));
        if (columnCuts == 1) { rowCuts = Math.Min(Ratio(rowCuts, threads) * threads, Ratio(rows, rowStep)); }
        return new(rows, columns, rowStep, columnStep, (rowCuts, columnCuts));
    }

    /// <summary>Into how many blocks so many operations should be cut for so many threads.</summary>
    public static int Wanted(long work, int threads)
        => threads == 1 || work < LeastShared ? 1 : (int)Math.Min((long)threads * PerThread, work / LeastBlock);

    public int Count => _rowCuts * _columnCuts;

    /// <summary>The rows of a block.</summary>
    public (int Start, int Count) Rows(int block) => Cut(_rows, _rowStep, _rowCuts, block / _columnCuts);

    /// <summary>The columns of a block.</summary>
    public (int Start, int Count) Columns(int block) => Cut(_columns, _columnStep, _columnCuts, block % _columnCuts);

    private static (int Start, int Count) Cut(int length, int step, int cuts, int index)
    {
        int steps = Ratio(length, step);
        int start = Math.Min(length, steps * index / cuts * step), end = Math.Min(length, steps * (index + 1) / cuts * step);
        return (start, end - start);
    }

    private static int Ratio(int length, int part) => (length + part - 1) / part;
}
