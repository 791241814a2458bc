namespace Rectify.Data;

/// <summary>Typed columns of equal length.</summary>
public sealed class Table
{
    /// <summary>The name by which the last column can always be asked for.</summary>
    public const string LastColumn = "last";

    /// <param name="name">What errors call the table: the file's name.</param>
    /// <param name="columns">At least one column, all of the same length, with different names.</param>
    /// <exception cref="DataException">The columns differ in length or share a name, or there are none.</exception>
    public Table(string name, params IReadOnlyList<Column> columns)
    {
        if (columns.Count == 0) { throw new DataException($"{name} has no columns."); }
        (Name, Columns, RowCount) = (name, columns, columns[0].Count);

        HashSet<string> names = [];
        foreach (Column column in columns)
        {
            if (column.Count != RowCount)
            {
                throw new DataException(
                    $"{name}: column \"{column.Name}\" has {column.Count} rows, but \"{columns[0].Name}\" has {RowCount}.");
            }
            if (!names.Add(column.Name)) { throw new DataException($"{name} has two columns called \"{column.Name}\"."); }
        }
    }

    public string Name { get; }
    public int RowCount { get; }
    public IReadOnlyList<Column> Columns { get; }

    /// <summary>Columns of the file that were not read because the reader was told to ignore them.</summary>
    public IReadOnlyList<string> IgnoredColumns { get; init; } = [];

    /// <summary>Texts that counted as missing beside the usual ones.</summary>
    public IReadOnlyCollection<string> MissingTexts { get; init; } = [];

    /// <summary>What the reader decided or set aside.</summary>
    public IReadOnlyList<Notice> Notices { get; init; } = [];

    /// <summary>The column of that name, or the last one for "last" where no column is called so.</summary>
    /// <exception cref="DataException">There is no such column.</exception>
    public Column FindColumn(string name)
        => TryFindColumn(name)
        ?? (name == LastColumn ? Columns[^1] : null)
        ?? throw new DataException(
            $"{Name} has no column \"{name}\".{Spelling.Suggest(name, Names)} It has: {Listing.Of(Names)}.");

    /// <summary>The column of exactly that name, or null.</summary>
    public Column? TryFindColumn(string name) => Columns.FirstOrDefault(column => column.Name == name);

    private IEnumerable<string> Names => Columns.Select(column => column.Name);
}
