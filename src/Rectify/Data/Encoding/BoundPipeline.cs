using Rectify.Kernels;

namespace Rectify.Data;

/// <summary>A pipeline together with the table whose rows it encodes. Safe to use from many threads at once.</summary>
public sealed class BoundPipeline
{
    private readonly BoundColumn[] _columns;
    private readonly int[] _offsets;
    private readonly float[]? _targets;

    internal BoundPipeline(TablePipeline pipeline, Table table, BoundColumn[] columns, int[] offsets, string[] extra)
    {
        (Pipeline, Table, _columns, _offsets) = (pipeline, table, columns, offsets);
        _targets = table.TryFindColumn(pipeline.Target.Name) is Column target ? pipeline.Target.Encode(target, table.Name) : null;
        Notices = extra.Length == 0 ? [] : [Notice.Choice($"not used, because the model does not know of it: {Listing.Of(extra)}")];
    }

    public TablePipeline Pipeline { get; }
    public Table Table { get; }
    public int RowCount => Table.RowCount;
    public Shape InputShape => Pipeline.InputShape;

    /// <summary>Whether the table has the target's column.</summary>
    public bool HasTarget => _targets is not null;

    /// <summary>The rows whose target is known, ascending; none where the table lacks the target.</summary>
    public IEnumerable<int> RowsWithTarget => Enumerable.Range(0, RowCount).Where(row => !float.IsNaN(TargetAt(row)));

    /// <summary>Columns of the table that were not used.</summary>
    public IReadOnlyList<Notice> Notices { get; }

    /// <summary>Overwrites <paramref name="inputs"/>, InputShape.Length numbers, with one row. Allocates nothing.</summary>
    public void Encode(int row, Span<float> inputs)
    {
        for (int i = 0; i < _columns.Length; i++) { _columns[i].Encode(row, inputs[_offsets[i]..]); }
    }

    /// <summary>The class's index or the standardised value; NaN where it is missing or a class that the model does not know.</summary>
    public float TargetAt(int row) => _targets is null ? float.NaN : _targets[row];

    /// <summary>All rows as samples; take those you want with <see cref="SampleSource.Take"/>.</summary>
    public SampleSource ToSource() => new TableSource(this);
}
