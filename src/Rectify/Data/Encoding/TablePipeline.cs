using System.Text.Json.Nodes;
using Rectify.Kernels;

namespace Rectify.Data;

/// <summary>How the rows of a table become a network's inputs: what was learned of each column on the training part.</summary>
public sealed class TablePipeline : Pipeline
{
    private readonly ColumnEncoder[] _encoders;

    private TablePipeline(ColumnEncoder[] encoders, TargetEncoding target, string[] unusedColumns, string[] missingTexts) : base(target)
    {
        (_encoders, UnusedColumns, MissingTexts) = (encoders, unusedColumns, missingTexts);
        FeatureNames = [.. encoders.SelectMany(encoder => encoder.FeatureNames)];
    }

    /// <summary>The name of each input number, in order: "age", "age missing", "sex=male" …</summary>
    public override IReadOnlyList<string> FeatureNames { get; }

    public override Shape InputShape => new(FeatureNames.Count);

    /// <summary>The columns that a table needs, the target apart.</summary>
    public IEnumerable<string> InputColumns => _encoders.Select(encoder => encoder.Name);

    /// <summary>Columns of the training table that the model does not use.</summary>
    public IReadOnlyList<string> UnusedColumns { get; }

    /// <summary>Texts that count as missing beside the usual ones.</summary>
    public IReadOnlyList<string> MissingTexts { get; }

    /// <summary>How to read a file so that its columns have the types the model knows.</summary>
    public CsvOptions CsvOptions => new() { Missing = MissingTexts, Expected = Expected() };

    /// <summary>Learns scales, medians and categories.</summary>
    /// <param name="plan">The table and its inputs.</param>
    /// <param name="trainingRows">The rows to learn from, and no others.</param>
    /// <param name="scaling">What is done to numbers.</param>
    /// <exception cref="ArgumentException">A row is none of the table.</exception>
    public static TablePipeline Fit(TablePlan plan, IReadOnlyList<int> trainingRows, Scaling scaling = Scaling.Standard)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(trainingRows);
        int[] rows = [.. trainingRows.Select(row => RowNumber.Checked(row, plan.Table.RowCount, plan.Table.Name))];
        ColumnEncoder[] encoders = [.. plan.Inputs.Select(column => ColumnEncoder.Fit(column, rows, scaling))];
        ColumnUse[] unusedUses = plan.Task == TaskKind.Reconstruction ? [ColumnUse.Dropped, ColumnUse.Target] : [ColumnUse.Dropped];
        string[] unused =
        [
            .. plan.Columns.Where(column => unusedUses.Contains(column.Use)).Select(column => column.Column.Name),
            .. plan.Table.IgnoredColumns,
        ];
        return new(encoders, TargetEncoding.Fit(plan, rows), unused, [.. plan.Table.MissingTexts]);
    }

    /// <summary>Ties the pipeline to a table, whose rows it then encodes.</summary>
    /// <exception cref="DataException">The table lacks a column of the model, or has it in another type.</exception>
    public BoundTable Bind(Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        string[] absent = [.. InputColumns.Where(name => table.TryFindColumn(name) is null)];
        HashSet<string> known = [.. InputColumns, .. UnusedColumns, Target.Name];
        string[] extra = [.. table.Columns.Select(column => column.Name).Concat(table.IgnoredColumns).Where(name => !known.Contains(name))];
        if (absent.Length > 0)
        {
            string unknown = extra.Length == 0 ? "" : $" Columns it has that the model does not know: {Listing.Of(extra)}.";
            string lacking = Listing.Counted(absent.Length, "column");
            throw new DataException(
                $"{table.Name} lacks {lacking} that the model needs: {Listing.Of(absent)}.{unknown} Rename or add what is lacking.");
        }

        BoundColumn[] bound = [.. _encoders.Select(encoder => encoder.Bind(table.TryFindColumn(encoder.Name)!, table.Name))];
        int[] offsets = new int[_encoders.Length];
        for (int i = 1; i < offsets.Length; i++) { offsets[i] = offsets[i - 1] + _encoders[i - 1].FeatureNames.Count; }
        return new(this, table, bound, offsets, extra);
    }

    public override JsonObject ToJson() => new()
    {
        ["columns"] = new JsonArray([.. _encoders.Select(encoder => encoder.ToJson())]),
        ["target"] = Target.ToJson(),
        ["unused"] = new JsonArray([.. UnusedColumns.Select(name => (JsonNode)name)]),
        ["missing"] = new JsonArray([.. MissingTexts.Select(text => (JsonNode)text)]),
    };

    /// <summary>The pipeline that <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="DataException">A field is missing or of the wrong kind.</exception>
    public static new TablePipeline FromJson(JsonNode? json)
    {
        JsonFields fields = new(json, Place);
        IEnumerable<JsonFields> columns = fields.List("columns").Select(column => new JsonFields(column, $"a column of {Place}"));
        ColumnEncoder[] encoders = [.. columns.Select(ColumnEncoder.FromJson)];
        if (encoders.Length == 0 || encoders.DistinctBy(encoder => encoder.Name).Count() < encoders.Length)
        {
            throw fields.Wrong("columns", "a list of at least one column, with different names");
        }
        return new(encoders, TargetEncoding.FromJson(fields.Fields("target")), fields.Texts("unused"), fields.Texts("missing"));
    }

    private Dictionary<string, ExpectedColumn> Expected()
    {
        Dictionary<string, ExpectedColumn> expected = [];
        if (Target.Task != TaskKind.Reconstruction) { expected[Target.Name] = new(Target.Type); }
        foreach (ColumnEncoder encoder in _encoders) { expected[encoder.Name] = new(encoder.Type, (encoder as DateEncoder)?.Format); }
        return expected;
    }
}
