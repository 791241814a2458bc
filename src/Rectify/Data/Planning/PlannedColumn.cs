namespace Rectify.Data;

/// <summary>A column and what becomes of it.</summary>
/// <param name="Column">The column.</param>
/// <param name="Use">What becomes of it.</param>
/// <param name="Reason">Why it is dropped ("unique"); empty otherwise.</param>
public sealed record PlannedColumn(Column Column, ColumnUse Use, string Reason = "")
{
    /// <summary>"input", "target" or "dropped: unique".</summary>
    public override string ToString() => Use == ColumnUse.Dropped ? $"dropped: {Reason}" : JsonFields.Name(Use);
}
