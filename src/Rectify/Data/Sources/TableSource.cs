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
        int width = InputShape.Length;
        for (int i = 0; i < rows.Length; i++)
        {
            if (!inputs.IsEmpty) { table.Encode(rows[i], inputs.Slice(i * width, width)); }
            if (!targets.IsEmpty) { targets[i] = table.TargetAt(rows[i]); }
        }
    }
}
