namespace Rectify.Kernels;

/// <summary>A matrix in memory by its two strides; a transposed one has them swapped, and nothing else differs.</summary>
internal readonly unsafe struct Operand(float* start, nint rowStride, nint columnStride)
{
    public readonly float* Start = start;
    public readonly nint RowStride = rowStride;
    public readonly nint ColumnStride = columnStride;

    /// <param name="matrix">The matrix, whose numbers must stay pinned.</param>
    /// <param name="start">Where its numbers begin.</param>
    public static Operand Of(Matrix matrix, float* start)
        => matrix.IsTransposed ? new(start, 1, matrix.StoredColumns) : new(start, matrix.StoredColumns, 1);

    /// <summary>The same numbers with rows for columns; nothing is moved.</summary>
    public Operand Transposed => new(Start, ColumnStride, RowStride);

    /// <summary>The part that begins at (<paramref name="row"/>, <paramref name="column"/>).</summary>
    public Operand From(nint row, nint column) => new(Start + row * RowStride + column * ColumnStride, RowStride, ColumnStride);

    /// <summary>Copies rows × columns numbers; columns lie side by side here and there.</summary>
    public void CopyTo(Operand target, int rows, int columns)
    {
        for (int row = 0; row < rows; row++) { Row(row, columns).CopyTo(target.Row(row, columns)); }
    }

    /// <summary>Sets rows × columns numbers, whose columns lie side by side, to zero.</summary>
    public void Clear(int rows, int columns)
    {
        for (int row = 0; row < rows; row++) { Row(row, columns).Clear(); }
    }

    private Span<float> Row(int row, int columns) => new(Start + row * RowStride, columns);
}
