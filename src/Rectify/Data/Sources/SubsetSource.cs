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

    public override void Fill(ReadOnlySpan<int> rows, Span<float> inputs, Span<float> targets) => Fill(rows, null, inputs, targets);

    public override void FillVaried(ReadOnlySpan<int> rows, ulong variation, Span<float> inputs, Span<float> targets)
        => Fill(rows, variation, inputs, targets);

    public override SampleSource Take(ReadOnlySpan<int> rows)
    {
        CheckRows(rows);
        int[] translated = new int[rows.Length];
        for (int i = 0; i < rows.Length; i++) { translated[i] = _rows[rows[i]]; }
        return new SubsetSource(source, translated);
    }

    private void Fill(ReadOnlySpan<int> rows, ulong? variation, Span<float> inputs, Span<float> targets)
    {
        CheckFill(rows, inputs, targets);

        // Chunks of a fixed size, so that the translated row numbers fit on the stack whatever the batch size.
        Span<int> translated = stackalloc int[ChunkLength];
        for (int start = 0; start < rows.Length; start += ChunkLength)
        {
            int count = Math.Min(ChunkLength, rows.Length - start);
            for (int i = 0; i < count; i++) { translated[i] = _rows[rows[start + i]]; }

            Span<float> someInputs = Part(inputs, start, count, InputShape), someTargets = Part(targets, start, count, TargetShape);
            if (variation is { } varied) { source.FillVaried(translated[..count], varied, someInputs, someTargets); }
            else { source.Fill(translated[..count], someInputs, someTargets); }
        }
    }

    private static Span<float> Part(Span<float> values, int start, int count, Shape shape)
        => values.IsEmpty ? values : values.Slice(start * shape.Length, count * shape.Length);
}
