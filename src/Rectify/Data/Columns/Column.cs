namespace Rectify.Data;

/// <summary>One column of a table: typed cells, some of which may be missing. Its cells may lie in memory or in a file.</summary>
public abstract class Column
{
    private int _distinctCount = -1, _missingCount = -1;

    private protected Column(string name, Cells cells)
    {
        ArgumentNullException.ThrowIfNull(name);
        (Name, Cells) = (name, cells);
    }

    public string Name { get; }
    public abstract ColumnType Type { get; }

    /// <summary>How many cells the column has, missing ones included.</summary>
    public int Count => Cells.Count;

    /// <summary>How many cells are missing. Counted when first asked for.</summary>
    public int MissingCount
    {
        get
        {
            if (_missingCount < 0) { _missingCount = CountMissing(); }
            return _missingCount;
        }
    }

    /// <summary>How many different values the column has, not counting missing. Counted when first asked for.</summary>
    public int DistinctCount
    {
        get
        {
            if (_distinctCount < 0) { _distinctCount = CountDistinct(); }
            return _distinctCount;
        }
    }

    /// <summary>Whether a person chose the type. Such a column is kept, whatever it looks like.</summary>
    public bool IsTypeGiven { get; init; }

    /// <exception cref="ArgumentException">There is no such row.</exception>
    public bool IsMissing(int row) => IsMissingCell(Cells[Checked(row)]);

    /// <summary>The cell as text, empty where it is missing.</summary>
    /// <exception cref="ArgumentException">There is no such row.</exception>
    public string TextAt(int row) => Cells[Checked(row)] is var cell && IsMissingCell(cell) ? "" : TextOf(cell);

    /// <summary>The cells as they are stored; what they mean is known to the column.</summary>
    internal Cells Cells { get; }

    /// <summary>How many cells hold a value.</summary>
    internal int PresentCount => Count - MissingCount;

    /// <summary>The rows whose cells hold a value, ascending.</summary>
    internal int[] PresentRows()
    {
        int[] rows = new int[PresentCount];
        ReadOnlySpan<int> cells = Cells.Read();
        for (int row = 0, count = 0; row < cells.Length; row++)
        {
            if (!IsMissingCell(cells[row])) { rows[count++] = row; }
        }
        return rows;
    }

    private protected abstract bool IsMissingCell(int cell);

    /// <summary>The text of a cell that is not missing.</summary>
    private protected abstract string TextOf(int cell);

    /// <summary>The row itself, if the column has it.</summary>
    private protected int Checked(int row) => RowNumber.Checked(row, Count, Name);

    private protected abstract int CountDistinct();

    // Sorts them, for there may be too many for a set.
    private protected static int CountDistinct<T>(T[] values) where T : IEquatable<T>
    {
        Array.Sort(values);
        int count = values.Length == 0 ? 0 : 1;
        for (int i = 1; i < values.Length; i++)
        {
            if (!values[i].Equals(values[i - 1])) { count++; }
        }
        return count;
    }

    private int CountMissing()
    {
        int count = 0;
        foreach (int cell in Cells.Read()) { count += IsMissingCell(cell) ? 1 : 0; }
        return count;
    }
}
