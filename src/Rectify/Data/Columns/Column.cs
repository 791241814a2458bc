namespace Rectify.Data;

/// <summary>One column of a table: typed cells, some of which may be missing.</summary>
public abstract class Column
{
    private int _distinctCount = -1;

    private protected Column(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        Name = name;
    }

    public string Name { get; }
    public abstract ColumnType Type { get; }

    /// <summary>How many cells the column has, missing ones included.</summary>
    public abstract int Count { get; }

    /// <summary>How many cells are missing.</summary>
    public abstract int MissingCount { get; }

    /// <summary>How many different values the column has, not counting missing. Computed when first asked for.</summary>
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
    public abstract bool IsMissing(int row);

    /// <summary>The cell as text, empty where it is missing.</summary>
    /// <exception cref="ArgumentException">There is no such row.</exception>
    public abstract string TextAt(int row);

    /// <summary>How many cells hold a value.</summary>
    internal int PresentCount => Count - MissingCount;

    /// <summary>The row itself, if the column has it.</summary>
    private protected int Checked(int row) => RowNumber.Checked(row, Count, Name);

    private protected abstract int CountDistinct();

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
}
