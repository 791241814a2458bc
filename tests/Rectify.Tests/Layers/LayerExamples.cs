using Rectify.Kernels;
using Rectify.Layers;
using Rectify.Networks;

namespace Rectify.Tests.Layers;

/// <summary>Every layer of one input, and every setting of one that runs through other code, with samples that it takes.</summary>
internal static class LayerExamples
{
    private static readonly (string Text, Shape Input)[] Further =
    [
        ("max-pool:window=3x2,stride=1x1,padding=1x1", new(4, 5, 3)),
        ("max-pool:window=2x2,stride=3x4,padding=0x0", new(5, 6, 2)),
        ("max-pool:window=3x3,stride=2x2,padding=same", new(6, 5, 2)),
        ("average-pool:window=2x2,stride=2x2,padding=0x0", new(5, 4, 3)),
        ("average-pool:window=3x3,stride=1x2,padding=same", new(4, 5, 2)),
        ("average-pool:window=1x2,stride=3x3,padding=0x1", new(5, 6, 2)),
        ("batch-norm:units=3", new(3, 4, 3)),
        ("layer-norm:width=6", new(2, 3, 6)),
        ("prelu:units=3,slope=0.25,per-channel=1", new(2, 4, 3)),
        ("prelu:units=3,slope=0.25,per-channel=0", new(2, 4, 3)),
        ("maxout:pieces=3", new(3, 2, 6)),
        ("crelu", new(2, 2, 3)),
        ("swiglu", new(2, 3, 6)),
        ("gated:tanh", new(6)),
        ("channel-dropout:rate=0.5", new(6)),
        ("softmax", new(2, 2, 2)),
    ];

    public static IEnumerable<(string Text, Shape Input)> All => LayerCatalog.All
        .Where(entry => LayerCatalog.Parse(entry.Example).InputCount == 1)
        .Select(entry => (entry.Example, entry.ExampleInput))
        .Concat(Further);

    /// <summary>
    /// The layer between two that learn. The first is a normalization, which takes any shape, so that a gradient has to come through
    /// the layer.
    /// </summary>
    public static Network Between(string text, Shape input, int outputs)
    {
        var builder = new NetworkBuilder(input);
        builder.Add(new BatchNorm(input.Units)).Add(LayerCatalog.Parse(text));
        return builder.Add(new Dense(builder.Shape.Length, outputs)).Build();
    }
}
