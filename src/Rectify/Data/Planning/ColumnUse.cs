namespace Rectify.Data;

/// <summary>What becomes of a column.</summary>
public enum ColumnUse
{
    Input,
    Target,

    /// <summary>Not an input; the reason says why.</summary>
    Dropped,
}
