using Rectify.Kernels;

namespace Rectify.Data;

/// <summary>The rows of a table, encoded each time they are asked for.</summary>
internal sealed class TableSource(BoundTable table) : SampleSource
{
    public override int Count => table.Count;
    public override Shape InputShape => table.Pipeline.InputShape;
    public override Shape TargetShape { get; } = new(1);

    public override void Fill(ReadOnlySpan<int> rows, Span<float> inputs, Span<float> targets)
    {
        CheckFill(rows, inputs, targets);
        if (!inputs.IsEmpty) { table.Encode(rows, inputs); }
        for (int i = 0; i < targets.Length; i++) { targets[i] = table.TargetAt(rows[i]); }
    }
}
