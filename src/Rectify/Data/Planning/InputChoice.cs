namespace Rectify.Data;

/// <summary>Which columns a network sees, and why it does not see the others.</summary>
/// <remarks>A column whose type a person gave is always an input: that is how each of these decisions is overridden.</remarks>
public sealed class InputChoice
{
    private readonly List<PlannedColumn> _columns = [];
    private readonly List<Notice> _notices = [];

    private InputChoice() { }

    /// <summary>Every column of the table, in its order.</summary>
    public IReadOnlyList<PlannedColumn> Columns => _columns;

    public IReadOnlyList<Notice> Notices => _notices;

    /// <summary>What would become of the columns of a table whose target is not chosen yet.</summary>
    public static InputChoice Make(Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        InputChoice choice = new();
        foreach (Column column in table.Columns) { choice.Add(column, IdentifierRule.Reason(column)); }
        return choice;
    }

    /// <exception cref="DataException">No column is left.</exception>
    internal static InputChoice MakeReconstruction(Table table, Column? leftOut)
    {
        InputChoice choice = new();
        foreach (Column column in table.Columns)
        {
            if (column == leftOut) { choice._columns.Add(new(column, ColumnUse.Target)); }
            else { choice.Add(column, IdentifierRule.Reason(column)); }
        }
        return choice.Checked($"{table.Name} has no column to reconstruct");
    }

    /// <exception cref="DataException">No column is left.</exception>
    internal static InputChoice Make(Table table, Column target, Classes? classes, ReadOnlySpan<int> rows)
    {
        Dictionary<Column, Leak> leaks = [];
        foreach (Column column in table.Columns)
        {
            if (column != target && IdentifierRule.Reason(column) is null) { leaks[column] = LeakOf(column, target, classes, rows); }
        }
        // Where every candidate is a copy of the target, the copying is the lesson: a table of x and 2x + 1 is meant so.
        bool dropCopies = leaks.Values.Any(leak => leak != Leak.Copy);

        InputChoice choice = new();
        foreach (Column column in table.Columns)
        {
            Leak leak = leaks.GetValueOrDefault(column);
            if (column == target) { choice._columns.Add(new(column, ColumnUse.Target)); }
            else if (leak == Leak.Copy && dropCopies) { choice.Add(column, $"copies {target.Name}"); }
            else { choice.Add(column, IdentifierRule.Reason(column)); }

            if (!column.IsTypeGiven && (leak == Leak.Decides || (leak == Leak.Copy && !dropCopies)))
            {
                choice._notices.Add(Notice.Warning(
                    $"{column.Name} alone decides {target.Name}; if it is not known before {target.Name} is, "
                    + $"leave it out: --ignore {Quoted(column.Name)}"));
            }
        }

        return choice.Checked($"{table.Name} has no column to learn \"{target.Name}\" from");
    }

    private InputChoice Checked(string complaint) => _columns.Any(column => column.Use == ColumnUse.Input) ? this : throw new DataException(
        $"{complaint}: {Listing.Of(Dropped())}. Keep one with --column-type name=number, category or date.");

    private static Leak LeakOf(Column column, Column target, Classes? classes, ReadOnlySpan<int> rows)
        => classes is null ? LeakRule.OfNumbers(column, (NumberColumn)target, rows) : LeakRule.OfClasses(column, classes, rows);

    private void Add(Column column, string? reason)
    {
        if (reason is null || (column.IsTypeGiven && column.PresentCount > 0))
        {
            _columns.Add(new(column, ColumnUse.Input));
            return;
        }
        _columns.Add(new(column, ColumnUse.Dropped, reason));
        _notices.Add(Notice.Dropped($"dropped {column.Name} ({reason}{Override(column)})"));
    }

    private static string Override(Column column)
        => column.PresentCount == 0 ? "" : $"; keep: --column-type {Quoted($"{column.Name}={JsonFields.Name(column.Type)}")}";

    // As it has to be typed in a shell.
    private static string Quoted(string argument) => argument.Contains(' ') ? $"\"{argument}\"" : argument;

    private IEnumerable<string> Dropped()
    {
        IEnumerable<PlannedColumn> dropped = _columns.Where(column => column.Use == ColumnUse.Dropped);
        return dropped.Select(column => $"{column.Column.Name} ({column.Reason})").DefaultIfEmpty("it has no other column");
    }
}
