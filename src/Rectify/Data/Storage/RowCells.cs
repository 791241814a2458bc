namespace Rectify.Data;

/// <summary>The cells of some columns row by row. Where all lie in one file, a row is read at once.</summary>
internal sealed class RowCells
{
    private readonly Cells[] _columns;
    private readonly CellFile? _file;

    public RowCells(Cells[] columns)
    {
        _columns = columns;
        CellFile?[] files = [.. columns.Select(column => (column as FileCells)?.File).Distinct()];
        if (files is [{ } file]) { _file = file; }
        Width = _file?.Columns ?? columns.Length;
        Places = [.. columns.Select((column, i) => _file is null ? i : ((FileCells)column).Column)];
    }

    /// <summary>How many cells <see cref="Read"/> overwrites.</summary>
    public int Width { get; }

    /// <summary>For each column the place of its cell among those of a row.</summary>
    public int[] Places { get; }

    /// <summary>Overwrites <paramref name="cells"/> with one row. Allocates nothing.</summary>
    public void Read(int row, Span<int> cells)
    {
        if (_file is not null)
        {
            _file.ReadRow(row, cells);
            return;
        }
        for (int i = 0; i < _columns.Length; i++) { cells[i] = _columns[i][row]; }
    }
}
