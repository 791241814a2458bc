using Rectify.Activations;
using Rectify.Kernels;

namespace Rectify.Layers;

/// <summary>Applies an activation to every number.</summary>
public sealed class ActivationLayer(Activation activation) : SamplewiseLayer, IActivationLayer
{
    /// <param name="activation">As <see cref="Activation.Parse"/> reads it, e.g. "leaky-relu:slope=0.2".</param>
    public ActivationLayer(string activation) : this(Activation.Parse(activation)) { }

    public Activation Activation { get; } = activation ?? throw new ArgumentNullException(nameof(activation));
    public override string Text => $"activation:{Activation}";
    public override string Name => Activation.ToString();
    public override Kept Keeps => Activation.DerivativeFromOutput ? Kept.Output : Kept.Input;
    public override bool RunsInPlace => true;
    public override float? Gain => Activation.Gain;

    public string ActivationName => Activation.ToString();
    public float ActiveThreshold => Activation.ActiveThreshold;
    public bool HasLinearPieces => ActivationLayers.HasLinearPieces(Activation);

    public ActiveRange? ActiveRange { get; } = ActiveRangeSearch.Of(activation);

    public override Shape OutputShape(IReadOnlyList<Shape> inputs) => FirstOf(inputs);

    public void Slopes(LayerPass pass, Span<float> slopes) => Activation.Derivative(pass.Input.Values, slopes);

    protected override void Forward(LayerPass pass, int first, int count)
        => Activation.Forward(pass.Input.Rows(first, count), pass.Output.Rows(first, count));

    protected override void Backward(LayerPass pass, int first, int count)
    {
        if (pass.InputGradient is not { } inputGradient) { return; }
        Batch kept = Activation.DerivativeFromOutput ? pass.Output : pass.Input;
        Activation.Backward(kept.Rows(first, count), pass.OutputGradient.Rows(first, count), inputGradient.Rows(first, count));
    }
}
