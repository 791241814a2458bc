using System.Buffers;

namespace Rectify.Data;

/// <summary>The cells of some columns for some rows at a time. Where all columns lie in one file, a row is read at once.</summary>
internal sealed class RowCells
{
    private readonly Cells[] _columns;
    private readonly CellFile? _file;
    private readonly int[] _places = [];

    public RowCells(Cells[] columns)
    {
        _columns = columns;
        CellFile?[] files = [.. columns.Select(column => (column as FileCells)?.File).Distinct()];
        if (files is not [{ } file]) { return; }
        _file = file;
        _places = [.. columns.Select(column => ((FileCells)column).Column)];
    }

    /// <summary>Overwrites <paramref name="cells"/>: those of the first column, one a row, then of the next. Allocates nothing.</summary>
    public void Read(ReadOnlySpan<int> rows, Span<int> cells)
    {
        if (_file is not null)
        {
            Read(_file, rows, cells);
            return;
        }
        for (int i = 0; i < _columns.Length; i++) { _columns[i].Gather(rows, cells.Slice(i * rows.Length, rows.Length)); }
    }

    private void Read(CellFile file, ReadOnlySpan<int> rows, Span<int> cells)
    {
        int[] room = ArrayPool<int>.Shared.Rent(file.Columns);
        Span<int> whole = room.AsSpan(0, file.Columns);
        for (int row = 0; row < rows.Length; row++)
        {
            file.ReadRow(rows[row], whole);
            for (int i = 0; i < _places.Length; i++) { cells[i * rows.Length + row] = whole[_places[i]]; }
        }
        ArrayPool<int>.Shared.Return(room);
    }
}
