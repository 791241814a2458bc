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
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        Width = width;
        Factor = new("scale", ParameterRole.Scale, 1, width, start: 1);
        Offset = new("shift", ParameterRole.Shift, 1, width);
    }

    private protected int Width { get; }
    private protected Parameter Factor { get; }
    private protected Parameter Offset { get; }

    public sealed override Shape OutputShape(IReadOnlyList<Shape> inputs) => inputs[0].Units == Width
        ? inputs[0]
        : throw UnitsMisfit(Width, inputs[0]);
}
