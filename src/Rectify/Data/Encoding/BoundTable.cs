using System.Buffers;

namespace Rectify.Data;

/// <summary>A table's pipeline together with a table whose rows it encodes.</summary>
public sealed class BoundTable : BoundPipeline
{
    private readonly BoundColumn[] _columns;
    private readonly int[] _offsets;
    private readonly RowCells _rows;
    private readonly float[]? _targets;

    internal BoundTable(TablePipeline pipeline, Table table, BoundColumn[] columns, int[] offsets, string[] extra) : base(pipeline)
    {
        (Table, _columns, _offsets) = (table, columns, offsets);
        _rows = new([.. columns.Select(column => column.Cells)]);
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
    public void Encode(int row, Span<float> inputs) => Encode([row], inputs);

    /// <summary>Overwrites <paramref name="inputs"/>, InputShape.Length numbers a row, with some rows. Allocates nothing.</summary>
    internal void Encode(ReadOnlySpan<int> rows, Span<float> inputs)
    {
        int width = Pipeline.InputShape.Length;
        int[] rented = ArrayPool<int>.Shared.Rent(_rows.Width);
        Span<int> cells = rented.AsSpan(0, _rows.Width);
        for (int row = 0; row < rows.Length; row++)
        {
            _rows.Read(rows[row], cells);
            Span<float> encoded = inputs.Slice(row * width, width);
            for (int i = 0; i < _columns.Length; i++) { _columns[i].Encode(cells[_rows.Places[i]], encoded[_offsets[i]..]); }
        }
        ArrayPool<int>.Shared.Return(rented);
    }

    public override float TargetAt(int row) => _targets is not null ? _targets[row] : HasTarget ? 0 : float.NaN;

    public override string RowName(int row) => Listing.Number(row + 1);

    public override SampleSource ToSource()
    {
        SampleSource rows = new TableSource(this);
        return Pipeline.Target.Task == TaskKind.Reconstruction ? new ReconstructionSource(rows) : rows;
    }
}
