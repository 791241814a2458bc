using Rectify.Kernels;

namespace Rectify.Layers;

/// <summary>
/// The mean of each channel in every window, over the places that are in the image: padding is not counted, as with
/// count_include_pad=0 of ONNX (its default) and count_include_pad=False of PyTorch (not its default).
/// </summary>
/// <remarks>LeCun et al. 1998, section II.B ("subsampling"), without their coefficients.</remarks>
public sealed class AveragePool(PoolWindow window) : SamplewiseLayer
{
    private readonly PoolWindow _window = window ?? throw new ArgumentNullException(nameof(window));

    /// <summary>Square windows side by side.</summary>
    public AveragePool(int size) : this(new PoolWindow((size, size))) { }

    public override string Text => $"average-pool:{_window.Settings}";
    public override string Name => $"average-pool {_window}";

    public override Shape OutputShape(IReadOnlyList<Shape> inputs) => _window.OutputShape(this, FirstOf(inputs));

    protected override void Forward(LayerPass pass, int first, int count)
    {
        WindowGrid grid = _window.Over(pass.Input.Sample);
        for (int i = first; i < first + count; i++) { MeanPooling.Forward(grid, pass.Input.Row(i), pass.Output.Row(i)); }
    }

    protected override void Backward(LayerPass pass, int first, int count)
    {
        if (pass.InputGradient is not { } inputGradient) { return; }
        WindowGrid grid = _window.Over(pass.Input.Sample);
        for (int i = first; i < first + count; i++) { MeanPooling.Backward(grid, pass.OutputGradient.Row(i), inputGradient.Row(i)); }
    }
}
