using System.Runtime.InteropServices;

namespace Rectify.Data;

/// <summary>
/// The cells of a table in a temporary file, twice: row by row for batches, whose rows lie anywhere, and column by column for
/// planning, which looks at one column after the other. From one order alone the other would be read cell by cell.
/// </summary>
internal sealed class CellFile(string owner, int rows, int columns)
{
    private readonly SpillFile _file = SpillFile.Create(owner, BytesOf(rows, columns));

    // Some systems read no more than 2 GB at once, and a span of bytes is no longer than that.
    private const int MostCellsAtOnce = 1 << 24;

    public int Rows => rows;
    public int Columns => columns;

    /// <summary>How much room the file takes.</summary>
    public static long BytesOf(int rows, int columns) => 2L * rows * columns * sizeof(int);

    /// <summary>Writes some rows, row by row.</summary>
    /// <param name="first">The first of them.</param>
    /// <param name="cells">A multiple of <see cref="Columns"/>.</param>
    public void WriteRows(int first, ReadOnlySpan<int> cells) => _file.Write(MemoryMarshal.AsBytes(cells), InRows(first, 0));

    /// <summary>Writes some cells of one column.</summary>
    /// <param name="column">Which one.</param>
    /// <param name="first">The row of the first cell.</param>
    /// <param name="cells">One a row.</param>
    public void WriteColumn(int column, int first, ReadOnlySpan<int> cells)
        => _file.Write(MemoryMarshal.AsBytes(cells), InColumns(first, column));

    /// <summary>Overwrites <paramref name="cells"/>, one for each column, with one row. Allocates nothing.</summary>
    public void ReadRow(int row, Span<int> cells) => _file.Read(MemoryMarshal.AsBytes(cells), InRows(row, 0));

    /// <summary>Overwrites <paramref name="cells"/>, one for each row, with one column.</summary>
    public void ReadColumn(int column, Span<int> cells)
    {
        for (int first = 0; first < cells.Length; first += MostCellsAtOnce)
        {
            Span<int> some = cells.Slice(first, Math.Min(MostCellsAtOnce, cells.Length - first));
            _file.Read(MemoryMarshal.AsBytes(some), InColumns(first, column));
        }
    }

    /// <summary>One cell.</summary>
    public int ReadCell(int row, int column)
    {
        int cell = 0;
        _file.Read(MemoryMarshal.AsBytes(new Span<int>(ref cell)), InRows(row, column));
        return cell;
    }

    private long InRows(int row, int column) => ((long)row * columns + column) * sizeof(int);

    private long InColumns(int row, int column) => ((long)(columns + column) * rows + row) * sizeof(int);
}
