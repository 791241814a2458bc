namespace Rectify.Data;

/// <summary>What the cells of a column are.</summary>
public enum ColumnType
{
    Number,
    Category,
    Date,
}
