using Rectify.Kernels;

namespace Rectify.Layers;

/// <summary>
/// The units of its inputs, or the channels of each position, one after the other. Each gets its own part of the gradient back.
/// </summary>
public sealed class Concat : SamplewiseLayer
{
    public override string Text => "concat";
    public override string Name => "concat";
    public override int InputCount => 0;

    /// <remarks>Units, features or channels add up; the other dimensions must agree.</remarks>
    public override Shape OutputShape(IReadOnlyList<Shape> inputs)
    {
        Shape first = FirstOf(inputs);
        foreach (Shape shape in inputs.Where(s => s.Dimensions != first.Dimensions || s.WithUnits(1) != first.WithUnits(1)))
        {
            throw new ArgumentException(
                $"concat takes inputs that agree in all but the last dimension, but is given {first} and {shape}.");
        }
        return first.WithUnits(inputs.Sum(s => s.Units));
    }

    protected override void Forward(LayerPass pass, int first, int count)
    {
        ColumnRange output = new(pass.Output.Rows(first, count), pass.Output.Sample.Units);
        int from = 0;
        for (int i = 0; i < pass.Inputs.Count; i++)
        {
            int units = pass.Inputs[i].Sample.Units;
            new ColumnRange(pass.Inputs[i].Rows(first, count), units).CopyTo(output.Part(from, units));
            from += units;
        }
    }

    protected override void Backward(LayerPass pass, int first, int count)
    {
        ColumnRange outputGradient = new(pass.OutputGradient.Rows(first, count), pass.Output.Sample.Units);
        int from = 0;
        for (int i = 0; i < pass.Inputs.Count; i++)
        {
            int units = pass.Inputs[i].Sample.Units;
            if (pass.InputGradients[i] is { } inputGradient)
            {
                outputGradient.Part(from, units).CopyTo(new ColumnRange(inputGradient.Rows(first, count), units));
            }
            from += units;
        }
    }
}
