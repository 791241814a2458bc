using Rectify.Kernels;

namespace Rectify.Layers;

/// <summary>The largest number of each channel in every window: what was found, but not where exactly.</summary>
/// <remarks>Jarrett et al. 2009, section 2.2. The gradient goes to the first of the largest.</remarks>
public sealed class MaxPool(PoolWindow window) : SamplewiseLayer
{
    private readonly PoolWindow _window = window ?? throw new ArgumentNullException(nameof(window));

    /// <summary>Square windows side by side.</summary>
    public MaxPool(int size) : this(new PoolWindow((size, size))) { }

    public override string Text => $"max-pool:{_window.Settings}";
    public override string Name => $"max-pool {_window}";

    public override Shape OutputShape(IReadOnlyList<Shape> inputs) => _window.OutputShape(this, FirstOf(inputs));

    // Which place of its window each output is from.
    public override int MemoryLength(IReadOnlyList<Shape> inputs, int batchSize) => checked(batchSize * OutputShape(inputs).Length);

    protected override void Forward(LayerPass pass, int first, int count)
    {
        WindowGrid grid = _window.Over(pass.Input.Sample);
        for (int i = first; i < first + count; i++)
        {
            if (pass.Mode == Mode.Inference) { MaxPooling.Forward(grid, pass.Input.Row(i), pass.Output.Row(i)); }
            else { MaxPooling.Forward(grid, pass.Input.Row(i), pass.Output.Row(i), WinnersOf(pass, i)); }
        }
    }

    protected override void Backward(LayerPass pass, int first, int count)
    {
        if (pass.InputGradient is not { } inputGradient) { return; }
        WindowGrid grid = _window.Over(pass.Input.Sample);
        for (int i = first; i < first + count; i++)
        {
            MaxPooling.Backward(grid, WinnersOf(pass, i), pass.OutputGradient.Row(i), inputGradient.Row(i));
        }
    }

    private static Span<float> WinnersOf(LayerPass pass, int sample)
        => pass.Memory.Slice(sample * pass.Output.Sample.Length, pass.Output.Sample.Length);
}
