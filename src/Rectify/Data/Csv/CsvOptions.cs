namespace Rectify.Data;

/// <summary>What a person says of a file; everything else is found out.</summary>
public sealed record CsvOptions
{
    public static CsvOptions Default { get; } = new();

    /// <summary>Whether the first line names the columns.</summary>
    public HeaderMode Header { get; init; }

    /// <summary>
    /// Texts that count as missing, in any case, beside those that always do: nothing or only spaces, NA, N/A, #N/A, NaN, null, nil and ?.
    /// </summary>
    public IReadOnlyCollection<string> Missing { get; init; } = [];

    /// <summary>Types by column name. Such a column is never dropped, and a cell that is not of the type is an error.</summary>
    public IReadOnlyDictionary<string, ColumnType> ColumnTypes { get; init; } = new Dictionary<string, ColumnType>();

    /// <summary>Names of columns that are not read at all.</summary>
    public IReadOnlyCollection<string> Ignore { get; init; } = [];

    /// <summary>
    /// The most bytes of memory that cells may take, 4 a cell: those of a table with more are kept in a temporary file, in twice
    /// as much room. Null for half of what the process has left.
    /// </summary>
    public long? MostMemory { get; init; }

    /// <summary>The columns a model knows: other columns are not read, and cells that are not of the type are missing.</summary>
    internal IReadOnlyDictionary<string, ExpectedColumn>? Expected { get; init; }
}
