using Rectify.Kernels;

namespace Rectify.Layers;

/// <summary>The sum of its inputs, number by number: a residual connection. The gradient passes to each unchanged.</summary>
/// <remarks>He et al. 2016, equation 1.</remarks>
public sealed class Add : SamplewiseLayer
{
    public override string Text => "add";
    public override string Name => "add";
    public override int InputCount => 0;

    public override Shape OutputShape(IReadOnlyList<Shape> inputs)
    {
        Shape first = FirstOf(inputs);
        foreach (Shape shape in inputs.Where(s => s != first))
        {
            throw new ArgumentException($"add takes inputs of one shape, but is given {first} and {shape}.");
        }
        return first;
    }

    protected override void Forward(LayerPass pass, int first, int count)
    {
        Span<float> output = pass.Output.Rows(first, count);
        Arithmetic.Add(pass.Inputs[0].Rows(first, count), pass.Inputs[1].Rows(first, count), output);
        for (int i = 2; i < pass.Inputs.Count; i++) { Arithmetic.Add(output, pass.Inputs[i].Rows(first, count)); }
    }

    protected override void Backward(LayerPass pass, int first, int count)
    {
        for (int i = 0; i < pass.InputGradients.Count; i++)
        {
            if (pass.InputGradients[i] is { } inputGradient) { pass.OutputGradient.CopyTo(inputGradient, first, count); }
        }
    }
}
