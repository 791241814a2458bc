namespace Rectify.Data;

/// <summary>Typed columns of equal length.</summary>
public sealed class Table
{
    /// <summary>The name by which the last column can always be asked for.</summary>
    public const string LastColumn = "last";

    internal const string DefaultName = "the table";

    /// <param name="name">What errors call the table: the file's name.</param>
    /// <param name="columns">At least one column, all of the same length, with different names.</param>
    /// <exception cref="DataException">The columns differ in length or share a name, or there are none.</exception>
    public Table(string name, params IReadOnlyList<Column> columns)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(columns);
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

    /// <summary>Begins a table of records, e.g. <c>Table.Of(flowers).Number("petal", flower => flower.Petal).Build()</c>.</summary>
    /// <param name="rows">The rows, in order.</param>
    /// <param name="name">What errors call the table.</param>
    public static TableBuilder<TRow> Of<TRow>(IEnumerable<TRow> rows, string name = DefaultName)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(name);
        return new(name, rows);
    }

    /// <summary>A table of inputs alone, to predict from: columns "1", "2" and so on.</summary>
    /// <param name="inputs">One array a row, all of the same length; NaN is missing.</param>
    /// <exception cref="DataException">The rows differ in length, or have none.</exception>
    public static Table FromArrays(float[][] inputs) => ArrayRows.Begin(inputs).Build();

    /// <summary>A table of inputs, columns "1", "2" and so on, and of classes, column "target".</summary>
    /// <param name="inputs">One array a row, all of the same length; NaN is missing.</param>
    /// <param name="labels">The class of each row; null where it is not known.</param>
    /// <exception cref="DataException">The rows differ in length or have none, or there are not as many labels.</exception>
    public static Table FromArrays(float[][] inputs, string?[] labels)
    {
        ArrayRows.CheckTargets(inputs, labels);
        return ArrayRows.Begin(inputs).Category(ArrayRows.Target, row => labels[row]).Build();
    }

    /// <summary>A table of inputs, columns "1", "2" and so on, and of numbers to learn, column "target".</summary>
    /// <remarks>At most 20 different whole numbers are taken for classes, unless the training options say regression.</remarks>
    /// <param name="inputs">One array a row, all of the same length; NaN is missing.</param>
    /// <param name="targets">The number of each row; NaN where it is not known.</param>
    /// <exception cref="DataException">The rows differ in length or have none, or there are not as many targets.</exception>
    public static Table FromArrays(float[][] inputs, float[] targets)
    {
        ArrayRows.CheckTargets(inputs, targets);
        return ArrayRows.Begin(inputs).Number(ArrayRows.Target, row => targets[row]).Build();
    }

    /// <summary>The column of that name, or the last one for "last" where no column is called so.</summary>
    /// <exception cref="DataException">There is no such column.</exception>
    public Column FindColumn(string name)
        => TryFindColumn(name)
        ?? (name == LastColumn ? Columns[^1] : null)
        ?? throw new DataException(
            $"{Name} has no column \"{name}\".{Spelling.Suggest(name, Names)} It has: {Listing.Of(Names)}.");

    /// <summary>The column of exactly that name, or null.</summary>
    public Column? TryFindColumn(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Columns.FirstOrDefault(column => column.Name == name);
    }

    private IEnumerable<string> Names => Columns.Select(column => column.Name);
}
