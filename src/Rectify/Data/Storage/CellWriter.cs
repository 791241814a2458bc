namespace Rectify.Data;

/// <summary>Takes the cells of a table row by row while it is read, and gives them back column by column.</summary>
internal abstract class CellWriter
{
    /// <summary>Takes the next row: a cell of each column.</summary>
    public abstract void Add(ReadOnlySpan<int> cells);

    /// <summary>The cells of each column, once every row was added.</summary>
    public abstract Cells[] Finish();
}
