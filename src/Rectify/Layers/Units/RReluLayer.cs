using System.Globalization;
using Rectify.Activations;
using Rectify.Kernels;

namespace Rectify.Layers;

/// <summary>A leaky rectifier whose slope is drawn for every number in training, and is the mean of the range afterwards.</summary>
/// <remarks>Xu, Wang, Chen, Li 2015, section 2.4.</remarks>
public sealed class RReluLayer : SamplewiseLayer, IActivationLayer
{
    private readonly SlopedActivation _activation;
    private readonly float _lower, _upper;

    /// <param name="lower">The least slope drawn.</param>
    /// <param name="upper">The largest, which only rounding reaches.</param>
    public RReluLayer(float lower = 1 / 8f, float upper = 1 / 3f)
        => (_activation, _lower, _upper) = (SlopedActivation.Of<RRelu>(lower, upper), lower, upper);

    public override string Text => string.Create(CultureInfo.InvariantCulture, $"rrelu:lower={_lower},upper={_upper}");
    public override string Name => _activation.ToString();
    public override Kept Keeps => Kept.Input;
    public override bool RunsInPlace => true;
    public override float? Gain => _activation.Gain;

    internal Activation Activation => _activation;

    public string ActivationName => _activation.ToString();
    public float ActiveThreshold => _activation.ActiveThreshold;
    public bool HasLinearPieces => true;

    public override Shape OutputShape(IReadOnlyList<Shape> inputs) => FirstOf(inputs);

    // The slope of each number.
    public override int MemoryLength(IReadOnlyList<Shape> inputs, int batchSize) => checked(batchSize * inputs[0].Length);

    public void Slopes(LayerPass pass, Span<float> slopes) => _activation.Derivative(pass.Input.Values, slopes);

    protected override void Forward(LayerPass pass, int first, int count)
    {
        ReadOnlySpan<float> input = pass.Input.Rows(first, count);
        Span<float> output = pass.Output.Rows(first, count);
        if (pass.Mode == Mode.Inference)
        {
            _activation.Forward(input, output);
            return;
        }
        Span<float> slopes = SlopesOf(pass, first, count);
        pass.Random(RandomPurpose.Slope).FillUniform(slopes, (ulong)first * (ulong)pass.Input.Sample.Length);
        Arithmetic.Scale(slopes, _upper - _lower);
        Arithmetic.AddConstant(slopes, _lower, slopes);
        _activation.Forward(input, slopes, output);
    }

    protected override void Backward(LayerPass pass, int first, int count)
    {
        if (pass.InputGradient is not { } inputGradient) { return; }
        _activation.Backward(
            pass.Input.Rows(first, count),
            SlopesOf(pass, first, count),
            pass.OutputGradient.Rows(first, count),
            inputGradient.Rows(first, count));
    }

    private static Span<float> SlopesOf(LayerPass pass, int first, int count)
        => pass.Memory.Slice(first * pass.Input.Sample.Length, count * pass.Input.Sample.Length);
}
