namespace Rectify.Data;

/// <summary>What is learned from a table: the target, the task, and which columns become inputs.</summary>
public sealed class TablePlan
{
    /// <summary>Integers with more different values than this are quantities, not classes.</summary>
    public const int MostIntegerClasses = 20;

    /// <summary>With fewer rows whose target is known there is nothing to hold back for a test.</summary>
    public const int LeastRows = 10;

    /// <summary>A class on fewer rows than this is not split.</summary>
    public const int LeastClassRows = 3;

    private readonly Classes? _classes;
    private readonly int[] _rows;

    private TablePlan(
        Table table, Column? target, TaskKind task, Classes? classes, int[] rows, InputChoice choice, IReadOnlyList<Notice> notices)
    {
        (Table, Target, Task, _classes, _rows) = (table, target, task, classes, rows);
        (Columns, Notices) = (choice.Columns, [.. notices, .. choice.Notices]);
        ClassCounts = classes?.Count(rows) ?? [];
    }

    public Table Table { get; }

    /// <summary>The column to learn; null for reconstruction, which learns the inputs.</summary>
    public Column? Target { get; }

    public TaskKind Task { get; }

    /// <summary>Every column of the table and what becomes of it.</summary>
    public IReadOnlyList<PlannedColumn> Columns { get; }

    /// <summary>The columns that become inputs.</summary>
    public IEnumerable<Column> Inputs => Columns.Where(column => column.Use == ColumnUse.Input).Select(column => column.Column);

    /// <summary>The rows whose target is known, ascending.</summary>
    public ReadOnlySpan<int> Rows => _rows;

    /// <summary>The classes' labels: numbers ascending, other texts by their characters. Empty for regression.</summary>
    public IReadOnlyList<string> Labels => _classes?.Labels ?? [];

    /// <summary>How many of <see cref="Rows"/> are in each class. Empty for regression.</summary>
    public IReadOnlyList<int> ClassCounts { get; }

    /// <summary>What was decided without asking, each with the option that overrides it.</summary>
    public IReadOnlyList<Notice> Notices { get; }

    internal Classes? Classes => _classes;

    /// <summary>Plans the learning of one column from the others, or of all that are inputs from themselves.</summary>
    /// <param name="table">The whole table.</param>
    /// <param name="target">
    /// The column to learn; "last" is the last one. For reconstruction a column to leave out, or null.
    /// </param>
    /// <param name="task">Left out, texts and integers with at most 20 different values are classes.</param>
    /// <exception cref="DataException">There is no such column, it cannot be learned, or nothing is left to learn it from.</exception>
    /// <exception cref="ArgumentNullException">No target is named, and the task is not reconstruction.</exception>
    public static TablePlan Make(Table table, string? target, TaskKind? task = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (task == TaskKind.Reconstruction) { return MakeReconstruction(table, target is null ? null : table.FindColumn(target)); }
        ArgumentNullException.ThrowIfNull(target);
        Column column = table.FindColumn(target);
        List<Notice> notices = [];
        TaskKind kind = TargetRule.Task(table, column, task);
        int[] rows = TargetRule.KnownRows(table, column, notices);
        Classes? classes = kind == TaskKind.Classification ? TargetRule.Classes(table, column, rows, notices) : null;
        InputChoice choice = InputChoice.Make(table, column, classes, rows);
        return new(table, column, kind, classes, rows, choice, notices);
    }

    private static TablePlan MakeReconstruction(Table table, Column? leftOut)
    {
        if (table.RowCount < LeastRows)
        {
            throw new DataException(
                $"{table.Name} has {Listing.Counted(table.RowCount, "row")}, "
                + $"but training, validation and test need at least {LeastRows}. Add rows.");
        }
        Notice[] notices = leftOut is null ? [] : [Notice.Choice($"{leftOut.Name} is not reconstructed, because it is the target")];
        int[] rows = [.. Enumerable.Range(0, table.RowCount)];
        return new(table, null, TaskKind.Reconstruction, null, rows, InputChoice.MakeReconstruction(table, leftOut), notices);
    }
}
