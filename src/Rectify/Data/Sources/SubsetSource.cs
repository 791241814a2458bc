using Rectify.Kernels;

namespace Rectify.Data;

/// <summary>Some rows of another source, in an order of their own.</summary>
internal sealed class SubsetSource(SampleSource source, ReadOnlySpan<int> rows) : SampleSource
{
    private const int ChunkLength = 256;
    private readonly int[] _rows = rows.ToArray();

    public override int Count => _rows.Length;
    public override Shape InputShape => source.InputShape;
    public override Shape TargetShape => source.TargetShape;

    public override void Fill(ReadOnlySpan<int> rows, Span<float> inputs, Span<float> targets)
        => Fill(rows, variation: null, inputs, targets);

    public override void FillVaried(ReadOnlySpan<int> rows, ulong variation, Span<float> inputs, Span<float> targets)
        => Fill(rows, (ulong?)variation, inputs, targets);

    public override SampleSource Take(ReadOnlySpan<int> rows)
    {
        int[] translated = new int[rows.Length];
        for (int i = 0; i < rows.Length; i++) { translated[i] = _rows[rows[i]]; }
        return new SubsetSource(source, translated);
    }

    private void Fill(ReadOnlySpan<int> rows, ulong? variation, Span<float> inputs, Span<float> targets)
    {
        // Chunks of a fixed size, so that the translated row numbers fit on the stack whatever the batch size.
        Span<int> translated = stackalloc int[ChunkLength];
        int inputLength = InputShape.Length, targetLength = TargetShape.Length;
        for (int start = 0; start < rows.Length; start += ChunkLength)
        {
            int count = Math.Min(ChunkLength, rows.Length - start);
            for (int i = 0; i < count; i++) { translated[i] = _rows[rows[start + i]]; }
            Span<float> ownInputs = inputs.Slice(start * inputLength, count * inputLength);
            Span<float> ownTargets = targets.IsEmpty ? targets : targets.Slice(start * targetLength, count * targetLength);
            if (variation is { } way) { source.FillVaried(translated[..count], way, ownInputs, ownTargets); }
            else { source.Fill(translated[..count], ownInputs, ownTargets); }
        }
    }
}
