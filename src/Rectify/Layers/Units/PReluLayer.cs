using System.Globalization;
using Rectify.Activations;
using Rectify.Kernels;

namespace Rectify.Layers;

/// <summary>A leaky rectifier whose slope is learned: one for the layer, or one for each unit or channel.</summary>
/// <remarks>He et al. 2015, section 2.1. The slope is kept off weight decay, which would pull it towards plain ReLU.</remarks>
public sealed class PReluLayer : SamplewiseLayer, IActivationLayer
{
    private readonly int _units;
    private readonly bool _perUnit;
    private readonly SlopedActivation _activation;
    private readonly Parameter _slope;

    /// <param name="units">Units, features or channels.</param>
    /// <param name="slope">Where every slope starts.</param>
    /// <param name="perUnit">Whether each unit learns a slope of its own.</param>
    public PReluLayer(int units, float slope = 0.25f, bool perUnit = false)
    {
        if (units < 1) { throw new ArgumentException($"A prelu of {units} units is out of range: it takes 1 or more."); }
        (_units, _perUnit) = (units, perUnit);
        _activation = SlopedActivation.Of<PRelu>(slope, perUnit ? 1 : 0);
        _slope = new("slope", ParameterRole.Slope, 1, perUnit ? units : 1, slope);
        Parameters = [_slope];
    }

    public override string Text => string.Create(
        CultureInfo.InvariantCulture, $"prelu:units={_units},slope={_slope.Start},per-channel={(_perUnit ? 1 : 0)}");
    public override string Name => _activation.ToString();
    public override IReadOnlyList<Parameter> Parameters { get; }
    public override Kept Keeps => Kept.Input;
    public override bool RunsInPlace => true;
    public override float? Gain => _activation.Gain;

    internal Activation Activation => _activation;

    public string ActivationName => _activation.ToString();
    public float ActiveThreshold => _activation.ActiveThreshold;
    public bool HasLinearPieces => true;

    public override Shape OutputShape(IReadOnlyList<Shape> inputs) => FirstOf(inputs) is var input && input.Units == _units
        ? input
        : throw UnitsMisfit(_units, input);

    // The slopes' gradients of each unit, of which a slope for the whole layer takes the sum.
    public override int MemoryLength(IReadOnlyList<Shape> inputs, int batchSize) => _units;

    public override void Backward(LayerPass pass)
    {
        Span<float> gradients = _perUnit ? pass.Gradient(_slope) : pass.Memory;
        _activation.SlopeGradient(pass.Workers, pass.Input.Values, pass.OutputGradient.Values, gradients);
        if (!_perUnit) { pass.Gradient(_slope)[0] = (float)Reduction.Sum(gradients); }
        if (pass.InputGradient is not null) { base.Backward(pass); }
    }

    public void Slopes(LayerPass pass, Span<float> slopes)
    {
        slopes.Fill(1);
        _activation.Backward(pass.Input.Values, _slope.Value, slopes, slopes);
    }

    protected override void Forward(LayerPass pass, int first, int count)
        => _activation.Forward(pass.Input.Rows(first, count), _slope.Value, pass.Output.Rows(first, count));

    protected override void Backward(LayerPass pass, int first, int count) => _activation.Backward(
        pass.Input.Rows(first, count), _slope.Value, pass.OutputGradient.Rows(first, count), pass.InputGradient!.Rows(first, count));
}
