using System.Globalization;
using Rectify.Kernels;

namespace Rectify.Layers;

/// <summary>
/// In training, sets each number to zero with a given probability and scales the rest up, so that means stay; else does
/// nothing.
/// </summary>
/// <remarks>Srivastava et al. 2014, section 4, in the inverted form.</remarks>
public sealed class Dropout : SamplewiseLayer
{
    private readonly float _rate;

    /// <param name="rate">The probability of a zero, in [0, 1).</param>
    public Dropout(float rate) => _rate = Share.Check(rate, "A dropout rate");

    public override string Text => string.Create(CultureInfo.InvariantCulture, $"dropout:rate={_rate}");
    public override string Name => string.Create(CultureInfo.InvariantCulture, $"dropout {_rate}");
    public override bool RunsInPlace => true;

    public override Shape OutputShape(IReadOnlyList<Shape> inputs) => FirstOf(inputs);

    // The factor of each number: 0 or 1/(1 − rate).
    public override int MemoryLength(IReadOnlyList<Shape> inputs, int batchSize) => checked(batchSize * inputs[0].Length);

    protected override void Forward(LayerPass pass, int first, int count)
    {
        if (pass.Mode == Mode.Inference)
        {
            pass.Input.CopyTo(pass.Output, first, count);
            return;
        }
        Span<float> factors = FactorsOf(pass, first, count);
        pass.Random(RandomPurpose.Dropout).FillUniform(factors, (ulong)first * (ulong)pass.Input.Sample.Length);
        Elementwise.Map(new DropoutFactor(_rate), factors, factors);
        Arithmetic.Multiply(pass.Input.Rows(first, count), factors, pass.Output.Rows(first, count));
    }

    protected override void Backward(LayerPass pass, int first, int count)
    {
        if (pass.InputGradient is not { } inputGradient) { return; }
        Arithmetic.Multiply(pass.OutputGradient.Rows(first, count), FactorsOf(pass, first, count), inputGradient.Rows(first, count));
    }

    private static Span<float> FactorsOf(LayerPass pass, int first, int count)
        => pass.Memory.Slice(first * pass.Input.Sample.Length, count * pass.Input.Sample.Length);
}
