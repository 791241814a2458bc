using Rectify.Activations;
using Rectify.Kernels;
using Rectify.Layers;

namespace Rectify.Networks;

/// <summary>A multilayer perceptron: hidden dense layers, each with its activation, then a dense output layer.</summary>
public sealed record MlpDesign
{
    /// <summary>Units of each hidden layer; empty for none.</summary>
    public IReadOnlyList<int> Hidden { get; init; } = [64, 64];

    public Activation Activation { get; init; } = Activation.Parse("relu");

    /// <summary>Applied to the output layer; null for none, which is what every loss here expects.</summary>
    public string? OutputActivation { get; init; }

    /// <summary>Linear pieces of each hidden unit instead of an activation; 0 for an activation.</summary>
    public int Maxout { get; init; }

    /// <summary>Whether pre-activations are normalized over the batch.</summary>
    public bool BatchNorm { get; init; }

    /// <summary>The share of hidden outputs set to zero in training.</summary>
    public float Dropout { get; init; }

    /// <summary>Where the biases of hidden layers start.</summary>
    public float Bias { get; init; }

    /// <summary>The name by which <see cref="OutputActivation"/> asks for a softmax, which is a layer rather than an activation.</summary>
    public const string Softmax = "softmax";

    /// <summary>The network, with weights still at zero.</summary>
    /// <param name="inputs">Numbers per sample.</param>
    /// <param name="outputs">Output units.</param>
    /// <exception cref="ArgumentException">Maxout with batch normalization: a unit has several pre-activations.</exception>
    public Network Build(int inputs, int outputs)
    {
        if (Maxout > 0 && BatchNorm)
        {
            throw new ArgumentException(
                "Maxout units have no pre-activation of their own to normalize: leave out --batch-norm or --maxout.");
        }
        var builder = new NetworkBuilder(new Shape(inputs));
        foreach (int units in Hidden) { AddHidden(builder, units); }
        builder.Add(new Dense(builder.Shape.Length, outputs));
        if (OutputActivation is { } output)
        {
            builder.Add(output == Softmax ? new Layers.Softmax() : ActivationLayers.Create(Activation.Parse(output), outputs));
        }
        return builder.Build();
    }

    private void AddHidden(NetworkBuilder builder, int units)
    {
        int inputs = builder.Shape.Length;
        if (Maxout > 0) { builder.Add(new Dense(inputs, units * Maxout, Bias)).Add(new Layers.Maxout(Maxout)); }
        else
        {
            builder.Add(new Dense(inputs, units, Bias));
            if (BatchNorm) { builder.Add(new Layers.BatchNorm(units)); }
            builder.Add(ActivationLayers.Create(Activation, units));
        }
        if (Dropout > 0) { builder.Add(new Layers.Dropout(Dropout)); }
    }
}
