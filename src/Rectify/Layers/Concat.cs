using Rectify.Kernels;

namespace Rectify.Layers;

/// <summary>The numbers of its inputs one after the other. Each gets its own part of the gradient back.</summary>
public sealed class Concat : Layer
{
    public override string Text => "concat";
    public override string Name => "concat";
    public override int InputCount => 0;

    /// <remarks>The first dimension adds up (units, channels, steps); the others must agree.</remarks>
    public override Shape OutputShape(IReadOnlyList<Shape> inputs)
    {
        Shape first = inputs[0];
        foreach (Shape shape in inputs.Where(s => (s.Second, s.Third, s.Fourth) != (first.Second, first.Third, first.Fourth)))
        {
            throw new ArgumentException(
                $"concat takes inputs that agree in all but the first dimension, but is given {first} and {shape}.");
        }
        return new(inputs.Sum(s => s.First), first.Second, first.Third, first.Fourth);
    }

    public override void Forward(LayerPass pass)
    {
        for (int sample = 0; sample < pass.Output.Count; sample++)
        {
            Span<float> output = pass.Output.Row(sample);
            for (int i = 0; i < pass.Inputs.Count; i++)
            {
                pass.Inputs[i].Row(sample).CopyTo(output);
                output = output[pass.Inputs[i].Sample.Length..];
            }
        }
    }

    public override void Backward(LayerPass pass)
    {
        for (int sample = 0; sample < pass.Output.Count; sample++)
        {
            ReadOnlySpan<float> gradient = pass.OutputGradient.Row(sample);
            for (int i = 0; i < pass.Inputs.Count; i++)
            {
                int length = pass.Inputs[i].Sample.Length;
                if (pass.InputGradients[i] is { } inputGradient) { gradient[..length].CopyTo(inputGradient.Row(sample)); }
                gradient = gradient[length..];
            }
        }
    }
}
