using Rectify.Kernels;

namespace Rectify.Layers;

/// <summary>The sum of its inputs, number by number: a residual connection. The gradient passes to each unchanged.</summary>
/// <remarks>He et al. 2016, equation 1.</remarks>
public sealed class Add : Layer
{
    public override string Text => "add";
    public override string Name => "add";
    public override int InputCount => 0;

    public override Shape OutputShape(IReadOnlyList<Shape> inputs)
    {
        foreach (Shape shape in inputs.Where(s => s != inputs[0]))
        {
            throw new ArgumentException($"add takes inputs of one shape, but is given {inputs[0]} and {shape}.");
        }
        return inputs[0];
    }

    public override void Forward(LayerPass pass)
    {
        Span<float> output = pass.Output.Values;
        pass.Input.Values.CopyTo(output);
        for (int i = 1; i < pass.Inputs.Count; i++) { Arithmetic.Add(output, pass.Inputs[i].Values); }
    }

    public override void Backward(LayerPass pass)
    {
        for (int i = 0; i < pass.InputGradients.Count; i++)
        {
            if (pass.InputGradients[i] is { } inputGradient) { pass.OutputGradient.Values.CopyTo(inputGradient.Values); }
        }
    }
}
