using Rectify.Activations;
using Rectify.Kernels;

namespace Rectify.Layers;

/// <summary>Every kind of layer, once: model files are read with this list, and tests go through it.</summary>
public static class LayerCatalog
{
    // Odd sides, so that windows do not come out even.
    private static readonly Shape Image = new(5, 5, 2);

    public static IReadOnlyList<LayerEntry> All { get; } =
    [
        new("dense", "dense:inputs=4,outputs=3", s => new Dense(s.Whole("inputs"), s.Whole("outputs"))),
        new("maxout", "maxout:pieces=2", s => new Maxout(s.Whole("pieces"))),
        new("crelu", "crelu", _ => new CRelu()),
        new("gated", "gated:elu", s => new GatedUnit(s.Text)),
        .. GatedUnit.Known.Select(known => new LayerEntry(known.Name, known.Name, _ => new GatedUnit(known.Gate))),
        new("activation", "activation:elu", s => new ActivationLayer(s.Text)),
        new("prelu", "prelu:units=4,slope=0.25,per-channel=1",
            s => new PReluLayer(s.Whole("units"), s.Number("slope"), s.Whole("per-channel") != 0)),
        new("rrelu", "rrelu:lower=0.125,upper=0.25", s => new RReluLayer(s.Number("lower"), s.Number("upper"))),
        new("dropout", "dropout:rate=0.25", s => new Dropout(s.Number("rate"))),
        new("channel-dropout", "channel-dropout:rate=0.5", s => new ChannelDropout(s.Number("rate"))) { ExampleInput = Image },
        new("batch-norm", "batch-norm:units=4", s => new BatchNorm(s.Whole("units"))),
        new("layer-norm", "layer-norm:width=4", s => new LayerNorm(s.Whole("width"))),
        new("conv2d", "conv2d:inputs=3,outputs=8,kernel=3x3,stride=1x1,padding=same,dilation=1x1,groups=1", Conv2D.Read)
        {
            ExampleInput = new(5, 4, 3),
        },
        new("max-pool", "max-pool:window=2x2,stride=2x2,padding=0x0", s => new MaxPool(PoolWindow.Read(s))) { ExampleInput = Image },
        new("average-pool", "average-pool:window=3x2,stride=2x1,padding=1x0", s => new AveragePool(PoolWindow.Read(s)))
        {
            ExampleInput = Image,
        },
        new("global-average-pool", "global-average-pool", _ => new GlobalAveragePool()) { ExampleInput = Image },
        new("flatten", "flatten", _ => new Flatten()) { ExampleInput = Image },
        new("softmax", "softmax", _ => new Softmax()),
        new("add", "add", _ => new Add()),
        new("concat", "concat", _ => new Concat()),
    ];

    /// <summary>Reads a layer from its <see cref="Layer.Text"/>.</summary>
    /// <exception cref="ArgumentException">There is no such kind, or a setting is missing or malformed.</exception>
    public static Layer Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] parts = text.Split(':', 2);
        LayerEntry entry = All.FirstOrDefault(e => e.Kind == parts[0])
            ?? throw Spelling.Unknown("layer", parts[0], All.Select(e => e.Kind));
        return entry.Create(new LayerSettings(entry.Kind, parts.Length == 2 ? parts[1] : ""));
    }
}
