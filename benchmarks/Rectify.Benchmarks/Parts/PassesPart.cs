using Rectify.Kernels;
using Rectify.Training;

namespace Rectify.Benchmarks;

/// <summary>What a training step does beside products and activations.</summary>
internal sealed class PassesPart : Part
{
    private static readonly LayerCase[] Layers =
    [
        new("max-pool:window=2x2,stride=2x2,padding=0x0", new Shape(26, 26, 32), Samples: 64),
        new("max-pool:window=3x3,stride=2x2,padding=0x0", new Shape(27, 27, 64), Samples: 16),
        new("batch-norm:units=512", new Shape(512), Samples: 128),
        new("batch-norm:units=32", new Shape(26, 26, 32), Samples: 64),
        new("layer-norm:width=512", new Shape(512), Samples: 128),
    ];

    private static readonly (int Rows, int Classes)[] Losses = [(128, 10), (256, 1000)];

    private static readonly OptimizerCase[] Optimizers =
    [
        new("adam", Momentum: 0, Accesses: 7, NetworkCase.Digits),
        new("sgd", Momentum: 0.9f, Accesses: 5, NetworkCase.Digits),
    ];

    public override string Name => "passes";

    public override string Summary =>
        "Passes over memory that are no product, in bytes that would have to be moved if each number were touched once; the limit is a "
        + "copy of 1 MiB in the same rounds. A pass that reads its data twice, as a normalization in training must, cannot reach it.";

    public override IEnumerable<Table> Tables(IReadOnlyList<Peer> peers)
    {
        foreach (Workers workers in Teams.OneAndTwo())
        {
            string threads = Table.Threads(workers.Threads);
            Contender limit = Copy(workers);
            yield return new($"forward, {threads}", Unit.Bytes, Layers.Select(layer => new Row($"{layer}", layer.Forward(workers))
            {
                Limit = limit,
                Peers = peers.Select(peer => peer.Layer(layer, isBackward: false, workers.Threads)),
            }));
            yield return new($"backward, {threads}", Unit.Bytes, Layers.Select(layer => new Row($"{layer}", layer.Backward(workers))
            {
                Limit = limit,
                Peers = peers.Select(peer => peer.Layer(layer, isBackward: true, workers.Threads)),
            }));
            yield return new($"softmax with cross-entropy, loss and gradient, {threads}", Unit.Bytes, Losses.Select(loss =>
                new Row($"{loss.Rows} rows, {loss.Classes} classes", CrossEntropy(loss.Rows, loss.Classes))
                {
                    Limit = limit,
                    Peers = peers.Select(peer => peer.CrossEntropy(loss.Rows, loss.Classes, workers.Threads)),
                }));
            yield return new($"optimizers, {threads}", Unit.Bytes, Optimizers.Select(optimizer =>
                new Row($"{optimizer}", optimizer.Ours(workers))
                {
                    Limit = limit,
                    Peers = peers.Select(peer => peer.Step(optimizer, workers.Threads)),
                }));
        }
    }

    private static Contender Copy(Workers workers)
    {
        const int Length = 1024 * 1024 / sizeof(float);
        Contender copy = Streams.Copy(workers, Numbers.Uniform(Length), Numbers.Uniform(Length));
        return copy.Counting(2.0 * sizeof(float) * Length);
    }

    private static Contender CrossEntropy(int rows, int classes)
    {
        Batch output = new(Numbers.Uniform(rows * classes, -1, 1), new Shape(classes)) { Count = rows };
        Memory<float> gradient = Numbers.Uniform(rows * classes);
        float[] targets = [.. Enumerable.Range(0, rows).Select(row => (float)(row % classes))];
        CrossEntropy loss = new();
        return Contender.Ours(2.0 * sizeof(float) * rows * classes, () => loss.Evaluate(output, targets, gradient.Span));
    }
}
