namespace Rectify.Data;

/// <summary>Reads tables from CSV files.</summary>
public static class CsvTable
{
    /// <summary>
    /// Reads a file, plain or gzip. Separator, quotes, encoding, header and types are found. The file is read twice, so that only
    /// typed columns are ever held in memory.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="options">What is not left to be found; all is where null.</param>
    /// <param name="cancellation">Ends the reading between two rows.</param>
    /// <exception cref="DataException">The file cannot be read, or is no table; the message says where and what to do.</exception>
    /// <exception cref="OperationCanceledException">An end was asked for.</exception>
    public static Table Read(string path, CsvOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        return new CsvReading(path, options ?? CsvOptions.Default, cancellation).Read();
    }
}
