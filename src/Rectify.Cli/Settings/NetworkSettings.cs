using Rectify.Activations;
using Rectify.Networks;

namespace Rectify.Cli.Settings;

/// <summary>The network and how its weights start.</summary>
internal static class NetworkSettings
{
    // More would not fit into memory beside any other layer.
    private const int MostUnits = 1_000_000, MostPieces = 1_000;

    public static IReadOnlyList<Setting> All { get; } =
    [
        new("--model", "kind", null,
            "The kind of network: a multilayer perceptron, or for images a convolutional one. By itself by the data.",
            (r, t) => r with { Model = t.OneOf(("mlp", "mlp"), ("cnn", "cnn")) }) { Choices = ["mlp", "cnn"] },
        new("--channels", "channels", null,
            "Of each block of a cnn: 3x3 convolution, activation, 2x2 max pooling. By itself 16,32; then come the hidden layers.",
            (r, t) => r.WithDesign(d => d with { Channels = t.WholeList(1, MostUnits) })),
        new("--hidden", "units", null, "Units of each hidden layer; none for no hidden layer. By itself 64,64; in a cnn 64.",
            (r, t) => r.WithDesign(d => d with { Hidden = t.WholeList(1, MostUnits) })),
        new("--activation", "name", "relu",
            "What hidden units compute, with settings if need be, as leaky-relu:slope=0.1. Known: "
            + string.Join(", ", ActivationCatalog.All.Select(e => e.Info.Name)) + ".",
            (r, t) => r.WithDesign(d => d with { Activation = t.Read(Activation.Parse) })),
        new("--output-activation", "name", null,
            "An activation after the output layer, or softmax; several with commas, as softmax,softmax. "
            + "Every loss here expects none.",
            (r, t) => r.WithDesign(d => d with { OutputActivation = t.Read(OutputActivations.Read) })),
        new("--output-units", "count", null, "Units of the output layer, where not what the task needs.",
            (r, t) => r.With(o => o with { OutputUnits = t.Whole(1, MostUnits) })),
        new("--init", "name", null,
            $"How weights are drawn: {Initializer.Known}. By itself he, scaled by the activation's gain; "
            + "lecun for selu, glorot for tanh and sigmoid.",
            (r, t) => r.With(o => o with { Initializer = t.Read(Initializer.Parse) })),
        new("--bias", "number", "0", "Where the biases of hidden layers start.",
            (r, t) => r.WithDesign(d => d with { Bias = t.Number(least: float.MinValue) })),
        new("--maxout", "pieces", "0", "Gives each hidden unit so many linear pieces instead of an activation; 0 for none.",
            (r, t) => r.WithDesign(d => d with { Maxout = Pieces(t) })),
        new("--batch-norm", "", null, "Normalizes the pre-activations of hidden layers over the batch.",
            (r, _) => r.WithDesign(d => d with { BatchNorm = true })),
        new("--dropout", "rate", "0", "The share of hidden outputs set to zero in training.",
            (r, t) => r.WithDesign(d => d with { Dropout = t.Number(0, 1) })),
    ];

    private static int Pieces(SettingText text)
        => text.Whole(0, MostPieces) is var pieces and not 1 ? pieces : throw text.Wrong("2 or more pieces, or 0 for none");
}
