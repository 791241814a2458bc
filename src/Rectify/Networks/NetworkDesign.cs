using Rectify.Activations;
using Rectify.Kernels;
using Rectify.Layers;

namespace Rectify.Networks;

/// <summary>
/// The usual networks: for images blocks of a convolution, its activation and pooling; then hidden dense layers, each with its
/// activation; then a dense output layer. Without blocks it is a multilayer perceptron.
/// </summary>
public sealed record NetworkDesign
{
    /// <summary>Channels of each block where images come without another wish.</summary>
    public static IReadOnlyList<int> UsualChannels { get; } = [16, 32];

    /// <summary>
    /// Channels of each block; empty for none, which is all that rows of a table can have. Null for what suits the input.
    /// </summary>
    public IReadOnlyList<int>? Channels { get; init; }

    /// <summary>Units of each hidden dense layer; empty for none. Null for 64 behind blocks, else 64 and 64.</summary>
    public IReadOnlyList<int>? Hidden { get; init; }

    public Activation Activation { get; init; } = Activation.Parse("relu");

    /// <summary>
    /// Applied to the output layer, softmax or an activation, or several with commas, one after the other; null for none, which is
    /// what every loss here expects.
    /// </summary>
    public string? OutputActivation { get; init; }

    /// <summary>Linear pieces of each hidden unit instead of an activation; 0 for an activation.</summary>
    public int Maxout { get; init; }

    /// <summary>Whether pre-activations are normalized over the batch.</summary>
    public bool BatchNorm { get; init; }

    /// <summary>The share of hidden outputs set to zero in training.</summary>
    public float Dropout { get; init; }

    /// <summary>Where the biases of hidden layers start.</summary>
    public float Bias { get; init; }


    /// <summary>The design with everything decided that was left to the input.</summary>
    public NetworkDesign For(Shape input)
    {
        IReadOnlyList<int> channels = Channels ?? (input.IsImage ? UsualChannels : []);
        return this with { Channels = channels, Hidden = Hidden ?? (channels.Count > 0 ? [64] : [64, 64]) };
    }

    /// <inheritdoc cref="Build(Shape, int)"/>
    /// <param name="inputs">Numbers per sample.</param>
    /// <param name="outputs">Output units.</param>
    public Network Build(int inputs, int outputs) => Build(new Shape(inputs), outputs);

    /// <summary>The network, with weights still at zero.</summary>
    /// <param name="input">The shape of a sample.</param>
    /// <param name="outputs">Output units.</param>
    /// <exception cref="ArgumentException">
    /// Maxout with batch normalization, because a unit has several pre-activations; more blocks than an image can be halved; or a
    /// number out of range.
    /// </exception>
    public Network Build(Shape input, int outputs)
    {
        Share.Check(Dropout, "A dropout rate");
        if (Maxout < 0) { throw new ArgumentException($"Maxout with {Maxout} pieces is out of range: it takes 2 or more, or 0 for none."); }
        if (Maxout > 0 && BatchNorm)
        {
            throw new ArgumentException(
                "Maxout units have no pre-activation of their own to normalize: leave out --batch-norm or --maxout.");
        }
        NetworkDesign design = For(input);
        var builder = new NetworkBuilder(input);
        design.CheckBlocks(input);
        foreach (int channels in design.Channels!) { AddBlock(builder, channels); }
        foreach (int units in design.Hidden!)
        {
            AddUnits(builder, units, (wide, bias) => new Dense(builder.Shape.Length, wide, bias));
            if (Dropout > 0) { builder.Add(new Layers.Dropout(Dropout)); }
        }
        builder.Add(new Dense(builder.Shape.Length, outputs));
        foreach (string name in OutputActivations.Split(OutputActivation)) { builder.Add(OutputActivations.Create(name, outputs)); }
        return builder.Build();
    }

    private void AddBlock(NetworkBuilder builder, int channels)
    {
        int inputs = builder.Shape.Units;
        AddUnits(builder, channels, (wide, bias) => new Conv2D(inputs, wide, (3, 3), padding: Padding.Same, bias: bias));
        builder.Add(new MaxPool(2));
        if (Dropout > 0) { builder.Add(new ChannelDropout(Dropout)); }
    }

    // New weights, and what makes units of their sums.
    private void AddUnits(NetworkBuilder builder, int units, Func<int, float, Layer> weights)
    {
        builder.Add(weights(units * Math.Max(Maxout, 1), Bias));
        if (BatchNorm) { builder.Add(new Layers.BatchNorm(units)); }
        builder.Add(Maxout > 0 ? new Layers.Maxout(Maxout) : ActivationLayers.Create(Activation, units));
    }

    private void CheckBlocks(Shape input)
    {
        int side = Math.Min(input.First, input.Second), most = 0;
        for (; side > 1; side /= 2) { most++; }
        if (Channels!.Count > most && input.IsImage)
        {
            throw new ArgumentException(
                $"--channels {string.Join(',', Channels)} halves images of {input.First}x{input.Second} {Channels.Count} times, "
                + $"but they can be halved {most} times: give at most {most} numbers, or larger images with --size.");
        }
    }
}
