namespace Rectify.Data;

/// <summary>Writes the cells to a temporary file, a band of rows at a time.</summary>
internal sealed class FileCellWriter : CellWriter
{
    // 4 MiB: a column's part of a band of a hundred columns is then 40 KiB, long enough to be written in one go.
    private const int UsualCells = 1 << 20;

    private readonly CellFile _file;
    private readonly int[] _band, _part;
    private int _first, _rows;

    /// <param name="owner">What sentences call the table.</param>
    /// <param name="rows">How many rows will come.</param>
    /// <param name="columns">How many cells each has.</param>
    /// <param name="mostCells">How many cells are held in memory, at least one row of them.</param>
    public FileCellWriter(string owner, int rows, int columns, int mostCells = UsualCells)
    {
        _file = new(owner, rows, columns);
        _part = new int[Math.Clamp(mostCells / columns, 1, rows)];
        _band = new int[_part.Length * columns];
    }

    public override void Add(ReadOnlySpan<int> cells)
    {
        cells.CopyTo(_band.AsSpan(_rows++ * cells.Length));
        if (_rows == _part.Length) { WriteBand(); }
    }

    public override Cells[] Finish()
    {
        WriteBand();
        return [.. Enumerable.Range(0, _file.Columns).Select(column => new FileCells(_file, column))];
    }

    private void WriteBand()
    {
        _file.WriteRows(_first, _band.AsSpan(0, _rows * _file.Columns));
        for (int column = 0; column < _file.Columns; column++)
        {
            for (int row = 0; row < _rows; row++) { _part[row] = _band[row * _file.Columns + column]; }
            _file.WriteColumn(column, _first, _part.AsSpan(0, _rows));
        }
        _first += _rows;
        _rows = 0;
    }
}
