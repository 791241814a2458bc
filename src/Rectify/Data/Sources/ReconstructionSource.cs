using Rectify.Kernels;

namespace Rectify.Data;

/// <summary>The rows of another source with their own inputs as targets: what an autoencoder learns.</summary>
internal sealed class ReconstructionSource(SampleSource source) : SampleSource
{
    public override int Count => source.Count;
    public override Shape InputShape => source.InputShape;
    public override Shape TargetShape => source.InputShape;

    public override void Fill(ReadOnlySpan<int> rows, Span<float> inputs, Span<float> targets)
    {
        CheckFill(rows, inputs, targets);
        if (inputs.IsEmpty)
        {
            source.Fill(rows, targets, []);
            return;
        }
        source.Fill(rows, inputs, []);
        if (!targets.IsEmpty) { inputs.CopyTo(targets); }
    }

    public override void FillVaried(ReadOnlySpan<int> rows, ulong variation, Span<float> inputs, Span<float> targets)
    {
        CheckFill(rows, inputs, targets);
        if (inputs.IsEmpty)
        {
            source.FillVaried(rows, variation, targets, []);
            return;
        }
        source.FillVaried(rows, variation, inputs, []);
        if (!targets.IsEmpty) { inputs.CopyTo(targets); }
    }
}
