using System.Globalization;
using Rectify.Activations;
using Rectify.Kernels;

namespace Rectify.Layers;

/// <summary>A leaky rectifier whose slope is learned: one for the layer, or one for each unit.</summary>
/// <remarks>He et al. 2015, section 2.1. The slope is kept off weight decay, which would pull it towards plain ReLU.</remarks>
public sealed class PReluLayer : Layer, IActivationLayer
{
    private readonly int _units;
    private readonly bool _perUnit;
    private readonly SlopedActivation _activation;
    private readonly Parameter _slope;

    /// <param name="units">Numbers per sample.</param>
    /// <param name="slope">Where every slope starts.</param>
    /// <param name="perUnit">Whether each unit learns a slope of its own.</param>
    public PReluLayer(int units, float slope = 0.25f, bool perUnit = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(units, 1);
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

    public string ActivationName => _activation.ToString();
    public float ActiveThreshold => _activation.ActiveThreshold;
    public bool HasLinearPieces => true;

    public override Shape OutputShape(IReadOnlyList<Shape> inputs) => inputs[0].Units == _units
        ? inputs[0]
        : throw UnitsMisfit(_units, inputs[0]);

    // One row of slopes, and one of their gradients.
    public override int MemoryLength(IReadOnlyList<Shape> inputs, int batchSize) => 2 * _units;

    public override void Forward(LayerPass pass)
    {
        ReadOnlySpan<float> slopes = SlopesOf(pass);
        for (int i = 0; i < pass.Input.Values.Length / _units; i++)
        {
            _activation.Forward(Row(pass.Input, i), slopes, Row(pass.Output, i));
        }
    }

    public override void Backward(LayerPass pass)
    {
        ReadOnlySpan<float> slopes = SlopesOf(pass);
        Span<float> gradients = pass.Memory[_units..];
        gradients.Clear();
        for (int i = 0; i < pass.Input.Values.Length / _units; i++)
        {
            _activation.SlopeGradient(Row(pass.Input, i), Row(pass.OutputGradient, i), gradients);
            if (pass.InputGradient is { } inputGradient)
            {
                _activation.Backward(Row(pass.Input, i), slopes, Row(pass.OutputGradient, i), Row(inputGradient, i));
            }
        }
        if (_perUnit) { gradients.CopyTo(pass.Gradient(_slope)); }
        else { pass.Gradient(_slope)[0] = (float)Reduction.Sum(gradients); }
    }

    public void Slopes(LayerPass pass, Span<float> slopes)
    {
        ReadOnlySpan<float> learned = SlopesOf(pass);
        for (int i = 0; i < pass.Input.Values.Length / _units; i++)
        {
            Span<float> row = slopes.Slice(i * _units, _units);
            row.Fill(1);
            _activation.Backward(Row(pass.Input, i), learned, row, row);
        }
    }

    private Span<float> Row(Batch batch, int index) => batch.Values.Slice(index * _units, _units);

    private Span<float> SlopesOf(LayerPass pass)
    {
        Span<float> slopes = pass.Memory[.._units];
        if (_perUnit) { _slope.Value.CopyTo(slopes); }
        else { slopes.Fill(_slope.Value[0]); }
        return slopes;
    }
}
