using System.Buffers;

namespace Rectify.Data;

/// <summary>A table's pipeline together with a table whose rows it encodes.</summary>
public sealed class BoundTable : BoundPipeline
{
    // Cells that are encoded at once: enough for many of each column, few enough to stay in a first-level cache (32 KiB).
    private const int MostCells = 1 << 13;

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
    /// <exception cref="ArgumentException">There is no such row, or there are more or fewer inputs.</exception>
    public void Encode(int row, Span<float> inputs)
    {
        Checked(row);
        int width = Pipeline.InputShape.Length;
        if (inputs.Length != width)
        {
            throw new ArgumentException($"A row of {Name} becomes {width} numbers, but there is room for {inputs.Length}.");
        }
        Encode([row], inputs);
    }

    /// <summary>Overwrites <paramref name="inputs"/>, InputShape.Length numbers a row, with some rows. Allocates nothing.</summary>
    internal void Encode(ReadOnlySpan<int> rows, Span<float> inputs)
    {
        int width = Pipeline.InputShape.Length;
        int most = Math.Max(1, MostCells / _columns.Length);
        int[] room = ArrayPool<int>.Shared.Rent(_columns.Length * Math.Min(rows.Length, most));
        for (int start = 0; start < rows.Length; start += most)
        {
            int count = Math.Min(most, rows.Length - start);
            Span<int> cells = room.AsSpan(0, _columns.Length * count);
            _rows.Read(rows.Slice(start, count), cells);
            Span<float> encoded = inputs[(start * width)..];
            for (int i = 0; i < _columns.Length; i++)
            {
                _columns[i].Encode(cells.Slice(i * count, count), encoded[_offsets[i]..], width);
            }
        }
        ArrayPool<int>.Shared.Return(room);
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
