namespace Rectify.Data;

/// <summary>The cells of some columns, row by row.</summary>
internal sealed class RowCells(Cells[] columns)
{
    /// <summary>How many cells <see cref="Read"/> takes room for.</summary>
    public int Width => columns.Length;

    /// <summary>Overwrites <paramref name="cells"/> with one row. Allocates nothing.</summary>
    public void Read(int row, Span<int> cells)
    {
        for (int i = 0; i < columns.Length; i++) { cells[i] = columns[i][row]; }
    }
}
