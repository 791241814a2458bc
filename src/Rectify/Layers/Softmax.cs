using Rectify.Kernels;

namespace Rectify.Layers;

/// <summary>Turns each sample's numbers into shares that add up to 1: y_i = exp(x_i)/Σ exp(x_j).</summary>
/// <remarks>Not needed before a cross-entropy loss, which takes the numbers themselves and is exact where this rounds to 0.</remarks>
public sealed class Softmax : SamplewiseLayer
{
    public override string Text => "softmax";
    public override string Name => "softmax";
    public override Kept Keeps => Kept.Output;

    public override Shape OutputShape(IReadOnlyList<Shape> inputs) => FirstOf(inputs);

    protected override void Forward(LayerPass pass, int first, int count)
        => SoftmaxRows.Forward(pass.Input.Rows(first, count), pass.Output.Rows(first, count), pass.Output.Sample.Length);

    protected override void Backward(LayerPass pass, int first, int count)
    {
        if (pass.InputGradient is not { } inputGradient) { return; }
        ReadOnlySpan<float> y = pass.Output.Rows(first, count), dy = pass.OutputGradient.Rows(first, count);
        SoftmaxRows.Backward(y, dy, inputGradient.Rows(first, count), pass.Output.Sample.Length);
    }
}
