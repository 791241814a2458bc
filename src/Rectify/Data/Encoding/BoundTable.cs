namespace Rectify.Data;

/// <summary>A table's pipeline together with a table whose rows it encodes.</summary>
public sealed class BoundTable : BoundPipeline
{
    private readonly BoundColumn[] _columns;
    private readonly int[] _offsets;
    private readonly float[]? _targets;

    internal BoundTable(TablePipeline pipeline, Table table, BoundColumn[] columns, int[] offsets, string[] extra) : base(pipeline)
    {
        (Table, _columns, _offsets) = (table, columns, offsets);
        _targets = pipeline.Target.Task != TaskKind.Reconstruction && table.TryFindColumn(pipeline.Target.Name) is Column target
            ? pipeline.Target.Encode(target, table.Name)
            : null;
        string[] unknown = extra.Length == 0 ? [] : [$"not used, because the model does not know of it: {Listing.Of(extra)}"];
        Notices = [.. table.Notices, .. unknown.Select(Notice.Choice)];
    }

    public Table Table { get; }
    public override string Name => Table.Name;
    public override int Count => Table.RowCount;
    public override bool HasTarget => _targets is not null || Pipeline.Target.Task == TaskKind.Reconstruction;
    public override IReadOnlyList<Notice> Notices { get; }

    /// <summary>Overwrites <paramref name="inputs"/>, InputShape.Length numbers, with one row. Allocates nothing.</summary>
    /// <exception cref="ArgumentException">There is no such row, or there are more or fewer inputs.</exception>
    public void Encode(int row, Span<float> inputs)
    {
        Checked(row);
        int width = Pipeline.InputShape.Length;
        if (inputs.Length != width)
        {
            throw new ArgumentException($"A row of {Name} becomes {width} numbers, but there is room for {inputs.Length}.");
        }
        for (int i = 0; i < _columns.Length; i++) { _columns[i].Encode(row, inputs[_offsets[i]..]); }
    }

    public override float TargetAt(int row)
    {
        Checked(row);
        return _targets is not null ? _targets[row] : HasTarget ? 0 : float.NaN;
    }

    public override string RowName(int row) => Listing.Number(Checked(row) + 1);

    public override SampleSource ToSource()
    {
        SampleSource rows = new TableSource(this);
        return Pipeline.Target.Task == TaskKind.Reconstruction ? new ReconstructionSource(rows) : rows;
    }
}
