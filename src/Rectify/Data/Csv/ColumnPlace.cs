namespace Rectify.Data;

/// <summary>What errors call a column.</summary>
internal readonly record struct ColumnPlace(string Table, string Column);
