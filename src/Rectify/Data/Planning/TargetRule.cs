namespace Rectify.Data;

/// <summary>What a target must be to be learned.</summary>
internal static class TargetRule
{
    /// <summary>The id of the finding that a constant target is.</summary>
    public const string ConstantLabels = "constant-labels";

    /// <summary>The given task where the target allows it, otherwise the one that its values suggest.</summary>
    public static TaskKind Task(Table table, Column target, TaskKind? given) => target switch
    {
        DateColumn => throw new DataException(
            $"{table.Name}: the target \"{target.Name}\" is a date, which cannot be learned. "
            + $"Choose another --target, or make it classes with --column-type {target.Name}=category."),
        CategoryColumn when given == TaskKind.Regression => throw new DataException(
            $"{table.Name}: the target \"{target.Name}\" holds texts such as \"{First(target)}\", which regression cannot learn. "
            + $"Leave out --task regression, or read it with --column-type {target.Name}=number."),
        _ => given ?? (LooksLikeClasses(target) ? TaskKind.Classification : TaskKind.Regression),
    };

    /// <summary>The rows whose target is known.</summary>
    public static int[] KnownRows(Table table, Column target, List<Notice> notices)
    {
        int[] rows = target.PresentRows();
        if (target.MissingCount > 0)
        {
            notices.Add(Notice.Warning(
                $"left out: {Listing.Counted(target.MissingCount, "row")} of {Listing.Number(table.RowCount)} without {target.Name}"));
        }
        if (rows.Length < TablePlan.LeastRows)
        {
            throw new DataException(
                $"{table.Name} has {Listing.Counted(rows.Length, "row")} with a known \"{target.Name}\", "
                + $"but training, validation and test need at least {TablePlan.LeastRows}. Add rows, or choose another --target.");
        }
        if (target.DistinctCount == 1)
        {
            throw new DataException(
                $"{table.Name}: the target \"{target.Name}\" is {target.TextAt(rows[0])} on every row, so there is nothing to learn. "
                + "Choose another --target, or add rows that differ.")
            { Finding = ConstantLabels };
        }
        return rows;
    }

    /// <summary>The target's classes, where there are fewer than rows.</summary>
    public static Classes Classes(Table table, Column target, int[] rows, List<Notice> notices)
    {
        if (target.DistinctCount == rows.Length)
        {
            string next = target is NumberColumn ? "Try --task regression." : "Choose another --target.";
            throw new DataException(
                $"{table.Name}: the target \"{target.Name}\" "
                + $"has another class on each of its {Listing.Number(rows.Length)} rows, so no class can be learned. {next}");
        }

        Classes classes = Data.Classes.Of(target);
        int[] counts = classes.Count(rows);
        string[] small = [.. Enumerable.Range(0, counts.Length)
            .Where(label => counts[label] < TablePlan.LeastClassRows)
            .Select(label => $"{classes.Labels[label]} ({counts[label]})")];
        if (small.Length > 0)
        {
            notices.Add(Notice.Warning(
                $"in training only, with under {TablePlan.LeastClassRows} rows: {target.Name} {Listing.Of(small)}"));
        }
        return classes;
    }

    private static bool LooksLikeClasses(Column target) => target is not NumberColumn numbers
        || (numbers.DistinctCount <= TablePlan.MostIntegerClasses && numbers.IsWhole);

    private static string First(Column column)
        => column.TextAt(Enumerable.Range(0, column.Count).FirstOrDefault(row => !column.IsMissing(row)));
}
