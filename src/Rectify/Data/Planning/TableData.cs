namespace Rectify.Data;

/// <summary>A table made ready for learning: which columns become inputs, which rows train, validate and test.</summary>
public sealed class TableData : LearningData
{
    private TableData(TablePlan plan, TablePipeline pipeline, Split split, SampleSource? test)
        : base(pipeline, pipeline.Bind(plan.Table).ToSource(), split, test) => Plan = plan;

    public TablePlan Plan { get; }

    /// <param name="table">The rows.</param>
    /// <param name="target">The column to learn; "last" is the last one. For reconstruction a column to leave out, or null.</param>
    /// <param name="options">What was chosen.</param>
    /// <param name="testTable">A table of its own to test on; part of <paramref name="table"/> where null.</param>
    /// <exception cref="DataException">The target cannot be learned from this table, or the test table lacks columns.</exception>
    public static TableData Make(Table table, string? target, DataOptions options, Table? testTable = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(options);
        TablePlan plan = TablePlan.Make(table, target, options.Task);
        Split split = Split.Make(plan, options.Seed, options.Validation, testTable is null ? options.Test : 0);
        TablePipeline pipeline = TablePipeline.Fit(plan, split.Training, options.Scaling);
        return new(plan, pipeline, split, testTable is null ? null : RowsWithTarget(pipeline.Bind(testTable)))
        {
            ClassCounts = plan.Classes?.Count([.. split.Training]) ?? [],
            Notices = [.. table.Notices, .. plan.Notices],
        };
    }
}
