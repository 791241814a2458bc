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

    /// <summary>The part that begins at (<paramref name="row"/>, <paramref name="column"/>).</summary>
    public Operand From(nint row, nint column) => new(Start + row * RowStride + column * ColumnStride, RowStride, ColumnStride);
}
