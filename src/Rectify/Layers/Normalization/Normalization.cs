using Rectify.Kernels;

namespace Rectify.Layers;

/// <summary>
/// What batch and layer normalization share: a learned factor and offset of each unit, feature or channel after (x − mean)/deviation.
/// </summary>
public abstract class Normalization : SamplewiseLayer
{
    private protected const float Epsilon = 1e-5f;

    private protected Normalization(int width)
    {
        if (width < 1) { throw new ArgumentException($"A normalization of {width} units is out of range: it takes 1 or more."); }
        Width = width;
        Factor = new("scale", ParameterRole.Scale, 1, width, start: 1);
        Offset = new("shift", ParameterRole.Shift, 1, width);
    }

    private protected int Width { get; }
    private protected Parameter Factor { get; }
    private protected Parameter Offset { get; }

    public sealed override Shape OutputShape(IReadOnlyList<Shape> inputs) => FirstOf(inputs) is var input && input.Units == Width
        ? input
        : throw UnitsMisfit(Width, input);
}
