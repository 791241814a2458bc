using Rectify.Activations;
using Rectify.Kernels;

namespace Rectify.Layers;

/// <summary>Applies an activation to every number.</summary>
public sealed class ActivationLayer(Activation activation) : SamplewiseLayer, IActivationLayer
{
    /// <param name="activation">As <see cref="Activation.Parse"/> reads it, e.g. "leaky-relu:slope=0.2".</param>
    public ActivationLayer(string activation) : this(Activation.Parse(activation)) { }

    public Activation Activation => activation;
    public override string Text => $"activation:{activation}";
    public override string Name => activation.ToString();
    public override Kept Keeps => activation.DerivativeFromOutput ? Kept.Output : Kept.Input;
    public override bool RunsInPlace => true;
    public override float? Gain => activation.Gain;

    public string ActivationName => activation.ToString();
    public float ActiveThreshold => activation.ActiveThreshold;
    public bool HasLinearPieces => ActivationLayers.HasLinearPieces(activation);

    public ActiveRange? ActiveRange { get; } = ActiveRangeSearch.Of(activation);

    public override Shape OutputShape(IReadOnlyList<Shape> inputs) => inputs[0];

    public void Slopes(LayerPass pass, Span<float> slopes) => activation.Derivative(pass.Input.Values, slopes);

    protected override void Forward(LayerPass pass, int first, int count)
        => activation.Forward(pass.Input.Rows(first, count), pass.Output.Rows(first, count));

    protected override void Backward(LayerPass pass, int first, int count)
    {
        if (pass.InputGradient is not { } inputGradient) { return; }
        Batch kept = activation.DerivativeFromOutput ? pass.Output : pass.Input;
        activation.Backward(kept.Rows(first, count), pass.OutputGradient.Rows(first, count), inputGradient.Rows(first, count));
    }
}
