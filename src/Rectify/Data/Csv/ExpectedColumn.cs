namespace Rectify.Data;

/// <summary>What a model knows of a column before the file is read.</summary>
/// <param name="Type">Its type in training.</param>
/// <param name="DateFormat">How its days were written; null for other types.</param>
internal sealed record ExpectedColumn(ColumnType Type, string? DateFormat = null);
