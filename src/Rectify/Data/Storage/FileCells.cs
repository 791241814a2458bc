namespace Rectify.Data;

/// <summary>A column's cells in the file of its table.</summary>
internal sealed class FileCells(CellFile file, int column) : Cells
{
    public CellFile File => file;

    /// <summary>Which column of the file it is.</summary>
    public int Column => column;

    public override int Count => file.Rows;
    public override int this[int row] => file.ReadCell(row, column);

    public override void Gather(ReadOnlySpan<int> rows, Span<int> cells)
    {
        for (int i = 0; i < rows.Length; i++) { cells[i] = this[rows[i]]; }
    }

    public override ReadOnlySpan<int> Read()
    {
        int[] cells = GC.AllocateUninitializedArray<int>(file.Rows);
        file.ReadColumn(column, cells);
        return cells;
    }
}
