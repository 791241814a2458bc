namespace Rectify.Data;

/// <summary>Tells columns that name a row, or say nothing of it, from columns that describe it.</summary>
internal static class IdentifierRule
{
    /// <summary>Texts are names where each occurs on fewer than 1/0.7 = 1.4 rows: nothing can be learned from one row.</summary>
    public const double NamingShare = 0.7;

    /// <summary>Fewer different texts than this may well be categories of a small table.</summary>
    public const int LeastNames = 20;

    /// <summary>Why the column says nothing, or null.</summary>
    public static string? Reason(Column column)
    {
        if (column.PresentCount == 0) { return "empty"; }
        if (column.DistinctCount == 1 && column.MissingCount == 0) { return "constant"; }
        return column switch
        {
            CategoryColumn when column.DistinctCount < LeastNames => null,
            CategoryColumn when column.DistinctCount == column.PresentCount => "unique",
            CategoryColumn when IsNearlyUnique(column) => "almost unique",
            NumberColumn numbers when CountsRows(numbers) => "counts the rows",
            NumberColumn numbers when IsNamed(column.Name) && numbers.IsWhole && IsNearlyUnique(column) => "unique",
            _ => null,
        };
    }

    private static bool IsNearlyUnique(Column column) => column.DistinctCount >= NamingShare * column.PresentCount;

    private static bool CountsRows(NumberColumn column)
    {
        ReadOnlySpan<float> values = column.Values;
        if (values.Length < 3 || column.MissingCount > 0) { return false; }
        float step = values[1] - values[0];
        for (int row = 1; row < values.Length; row++)
        {
            if (values[row] - values[row - 1] != step) { return false; }
        }
        return step is 1 or -1;
    }

    // Numbers that differ on every row may well be measures; only such a name says that they are not.
    private static bool IsNamed(string name)
    {
        string lower = name.ToLowerInvariant();
        return lower is "id" or "index" or "key" || lower.EndsWith("_id") || lower.EndsWith(" id") || lower.EndsWith("-id")
            || (name.Length > 2 && name[^2] == 'I' && char.IsAsciiLetterLower(name[^3]) && lower.EndsWith("id"));
    }
}
