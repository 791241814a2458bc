using Rectify.Kernels;
using Rectify.Layers;
using Rectify.Networks;

namespace Rectify.Benchmarks;

/// <summary>A layer without a product, over a batch.</summary>
/// <param name="Text">As a model file has it.</param>
/// <param name="Sample">The shape of a sample.</param>
/// <param name="Samples">Samples of the batch.</param>
internal sealed record LayerCase(string Text, Shape Sample, int Samples)
{
    public string Kind => Text.Split(':')[0];

    public LayerSettings Settings => new(Kind, Text[(Text.IndexOf(':', StringComparison.Ordinal) + 1)..]);

    /// <summary>What has to be read and written if each number is touched once: input and output.</summary>
    public double ForwardBytes => (double)sizeof(float) * Samples * (Sample.Length + OutputShape.Length);

    /// <summary>The gradients of both, and for a normalization its input.</summary>
    public double BackwardBytes => ForwardBytes + (NewLayer().Parameters.Count == 0 ? 0 : (double)sizeof(float) * Samples * Sample.Length);

    private Shape OutputShape => NewLayer().OutputShape([Sample]);

    /// <summary>Work is counted in bytes.</summary>
    public Contender Forward(Workers workers)
    {
        Layer layer = NewLayer();
        LayerPass pass = PassOf(layer, workers);
        return Contender.Ours(ForwardBytes, () => layer.Forward(pass));
    }

    public Contender Backward(Workers workers)
    {
        Layer layer = NewLayer();
        LayerPass pass = PassOf(layer, workers);
        layer.Forward(pass);
        return Contender.Ours(BackwardBytes, () => layer.Backward(pass));
    }

    public override string ToString() => $"{NewLayer().Name}, {Samples} of {Sample}";

    private Layer NewLayer() => LayerCatalog.Parse(Text);

    // A pass by hand: in a network, a layer that learns nothing and is the first would have no backward.
    private LayerPass PassOf(Layer layer, Workers workers)
    {
        Network network = Network.Stack(Sample, layer);
        network.Initialize(Initializer.Parse("he"), seed: 1);
        Memory<float> memory = FloatMemory.Allocate(layer.MemoryLength([Sample], Samples));
        Batch input = NewBatch(Sample), output = NewBatch(OutputShape);
        return new([input], output, memory, FloatMemory.Allocate(network.LearnedLength))
        {
            InputGradients = [NewBatch(Sample)],
            OutputGradient = NewBatch(OutputShape),
            Mode = Mode.Training,
            Workers = workers,
        };
    }

    private Batch NewBatch(Shape shape) => new(Numbers.Uniform(Samples * shape.Length, -1, 1), shape) { Count = Samples };
}
