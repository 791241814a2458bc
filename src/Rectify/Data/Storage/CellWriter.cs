namespace Rectify.Data;

/// <summary>Takes the cells of a table row by row while it is read, and gives them back column by column.</summary>
internal abstract class CellWriter
{
    // What a row takes beside its cells while it is planned which rows and columns are learned from: its number in several lists,
    // its target, and a column with its order.
    private const int BytesOfPlanning = 40;

    /// <summary>Keeps the cells in memory where they fit, and else in a temporary file.</summary>
    /// <param name="owner">What sentences call the table.</param>
    /// <param name="rows">How many rows will come.</param>
    /// <param name="columns">How many cells each has.</param>
    /// <param name="mostMemory">What the cells may take of it, in bytes; null for their share of what is left.</param>
    /// <param name="notices">Told where the cells are, if not in memory.</param>
    /// <exception cref="DataException">There is no place for a temporary file.</exception>
    public static CellWriter For(string owner, int rows, int columns, long? mostMemory, List<Notice> notices)
    {
        long bytes = (long)rows * columns * sizeof(int), most = mostMemory ?? MemoryLimit.ShareOfData((long)rows * BytesOfPlanning);
        if (bytes <= most) { return new ArrayCellWriter(rows, columns); }
        notices.Add(SpillFile.Notice(CellFile.BytesOf(rows, columns), $"{ByteSize.Text(bytes)} of cells", most));
        return new FileCellWriter(owner, rows, columns);
    }

    /// <summary>Takes the next row: a cell of each column.</summary>
    public abstract void Add(ReadOnlySpan<int> cells);

    /// <summary>The cells of each column, once every row was added.</summary>
    public abstract Cells[] Finish();
}
