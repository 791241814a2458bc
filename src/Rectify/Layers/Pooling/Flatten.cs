using Rectify.Kernels;

namespace Rectify.Layers;

/// <summary>The numbers of a sample of any shape as one row, in the order in which they lie.</summary>
public sealed class Flatten : SamplewiseLayer
{
    public override string Text => "flatten";
    public override string Name => "flatten";
    public override bool RunsInPlace => true;

    public override Shape OutputShape(IReadOnlyList<Shape> inputs) => new(FirstOf(inputs).Length);

    protected override void Forward(LayerPass pass, int first, int count) => pass.Input.CopyTo(pass.Output, first, count);

    protected override void Backward(LayerPass pass, int first, int count)
    {
        if (pass.InputGradient is { } inputGradient) { pass.OutputGradient.CopyTo(inputGradient, first, count); }
    }
}
