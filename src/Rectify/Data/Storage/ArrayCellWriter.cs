namespace Rectify.Data;

/// <summary>Keeps the cells in memory.</summary>
internal sealed class ArrayCellWriter : CellWriter
{
    private readonly int[][] _columns;
    private int _row;

    public ArrayCellWriter(int rows, int columns)
    {
        _columns = new int[columns][];
        for (int i = 0; i < columns; i++) { _columns[i] = new int[rows]; }
    }

    public override void Add(ReadOnlySpan<int> cells)
    {
        for (int i = 0; i < cells.Length; i++) { _columns[i][_row] = cells[i]; }
        _row++;
    }

    public override Cells[] Finish() => [.. _columns.Select(column => new ArrayCells<int>(column))];
}
