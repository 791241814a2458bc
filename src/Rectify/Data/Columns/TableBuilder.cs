namespace Rectify.Data;

/// <summary>Makes a table from rows of any type, each column named, typed and read by a function: nothing is found by reflection.</summary>
/// <remarks>A column that is asked for by name is kept in training, even where it looks like an identifier or a leak.</remarks>
/// <typeparam name="TRow">A record, or whatever holds one row.</typeparam>
public sealed class TableBuilder<TRow>
{
    private readonly string _name;
    private readonly TRow[] _rows;
    private readonly List<Column> _columns = [];

    internal TableBuilder(string name, IEnumerable<TRow> rows) => (_name, _rows) = (name, [.. rows]);

    /// <summary>Adds a column of numbers; null, NaN and infinity are missing.</summary>
    /// <param name="name">What the column is called.</param>
    /// <param name="value">Reads it from a row; kept in single precision.</param>
    public TableBuilder<TRow> Number(string name, Func<TRow, double?> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Add(new NumberColumn(name, [.. _rows.Select(row => (float)(value(row) ?? double.NaN))]) { IsTypeGiven = true });
    }

    /// <summary>Adds a column of categories; null is missing.</summary>
    /// <param name="name">What the column is called.</param>
    /// <param name="value">Reads it from a row.</param>
    public TableBuilder<TRow> Category(string name, Func<TRow, string?> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Add(new CategoryColumn(name, _rows.Select(value)) { IsTypeGiven = true });
    }

    /// <summary>Adds a column of days; null is missing.</summary>
    /// <param name="name">What the column is called.</param>
    /// <param name="value">Reads it from a row.</param>
    public TableBuilder<TRow> Date(string name, Func<TRow, DateOnly?> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Add(new DateColumn(name, _rows.Select(value)) { IsTypeGiven = true });
    }

    /// <summary>The table of the columns added so far.</summary>
    /// <exception cref="DataException">There is no column, or two share a name.</exception>
    public Table Build() => new(_name, [.. _columns]);

    private TableBuilder<TRow> Add(Column column)
    {
        _columns.Add(column);
        return this;
    }
}
