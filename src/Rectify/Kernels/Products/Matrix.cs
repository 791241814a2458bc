namespace Rectify.Kernels;

/// <summary>A view of a matrix that lies row by row in memory.</summary>
internal readonly ref struct Matrix
{
    /// <param name="values">The numbers, row by row.</param>
    /// <param name="rows">Rows as they lie in memory.</param>
    /// <param name="columns">Columns as they lie in memory.</param>
    public Matrix(ReadOnlySpan<float> values, int rows, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(values.Length, rows * columns);
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
