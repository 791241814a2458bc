namespace Rectify.Kernels;

/// <summary>A view of a matrix that lies row by row in memory.</summary>
internal readonly ref struct Matrix
{
    /// <param name="values">The numbers, row by row.</param>
    /// <param name="rows">Rows as they lie in memory.</param>
    /// <param name="columns">Columns as they lie in memory.</param>
    /// <exception cref="ArgumentException">There are not as many numbers.</exception>
    public Matrix(ReadOnlySpan<float> values, int rows, int columns)
    {
        if (rows < 0 || columns < 0 || values.Length < (long)rows * columns)
        {
            throw new ArgumentException($"A matrix of {rows}x{columns} is not among {values.Length} numbers.");
        }
        Values = values;
        StoredRows = rows;
        StoredColumns = columns;
    }

    private Matrix(Matrix other, bool transposed)
    {
        Values = other.Values;
        StoredRows = other.StoredRows;
        StoredColumns = other.StoredColumns;
        IsTransposed = transposed;
    }

    public ReadOnlySpan<float> Values { get; }
    public int StoredRows { get; }
    public int StoredColumns { get; }
    public bool IsTransposed { get; }

    public int Rows => IsTransposed ? StoredColumns : StoredRows;
    public int Columns => IsTransposed ? StoredRows : StoredColumns;

    /// <summary>The same numbers read column by column; nothing is moved.</summary>
    public Matrix Transposed => new(this, !IsTransposed);
}
