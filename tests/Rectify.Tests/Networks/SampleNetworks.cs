using Rectify.Kernels;
using Rectify.Layers;
using Rectify.Networks;

namespace Rectify.Tests.Networks;

/// <summary>Small networks of four inputs, each with another way of sharing buffers, with weights drawn.</summary>
internal static class SampleNetworks
{
    private static readonly Dictionary<string, Func<Network>> Designs = new()
    {
        ["relu fused in place"] = () => Stack(new Dense(4, 7), new ActivationLayer("relu"), new Dense(7, 3)),
        ["gelu fused beside its input"] = () => Stack(new Dense(4, 7), new ActivationLayer("gelu"), new Dense(7, 3)),
        ["two activations"] = () => Stack(new Dense(4, 5), new ActivationLayer("relu"), new ActivationLayer("elu"), new Dense(5, 2)),
        ["prelu"] = () => Stack(new Dense(4, 6), new PReluLayer(6), new Dense(6, 6), new PReluLayer(6, perUnit: true), new Dense(6, 2)),
        ["maxout"] = () => Stack(new Dense(4, 18), new Maxout(3), new Dense(6, 10), new Maxout(), new Dense(5, 2)),
        ["layer norm"] = () => Stack(new Dense(4, 9), new LayerNorm(9), new ActivationLayer("relu"), new Dense(9, 2)),
        ["softmax at the end"] = () => Stack(new Dense(4, 5), new ActivationLayer("tanh"), new Dense(5, 3), new Softmax()),
        ["activation at the end"] = () => Stack(new Dense(4, 5), new ActivationLayer("sigmoid")),
        ["residual"] = Residual,
        ["concat"] = Concatenated,
    };

    public static IEnumerable<string> Names => Designs.Keys;

    public static Network Make(string name)
    {
        Network network = Designs[name]();
        network.Initialize(Initializer.Parse("he-normal"), seed: 5);
        return network;
    }

    private static Network Stack(params ReadOnlySpan<Layer> layers) => Network.Stack(new Shape(4), layers);

    // The trunk is read twice, so that the relu on the branch may not run in its memory.
    private static Network Residual()
    {
        var builder = new NetworkBuilder(new Shape(4));
        int trunk = builder.Add(new Dense(4, 6), [Node.NetworkInput]);
        int branch = builder.Add(new ActivationLayer("relu"), [trunk]);
        branch = builder.Add(new Dense(6, 6), [branch]);
        builder.Add(new Add(), [trunk, branch]);
        return builder.Add(new ActivationLayer("relu")).Add(new Dense(6, 2)).Build();
    }

    private static Network Concatenated()
    {
        var builder = new NetworkBuilder(new Shape(4));
        int a = builder.Add(new Dense(4, 3), [Node.NetworkInput]);
        a = builder.Add(new ActivationLayer("relu"), [a]);
        int b = builder.Add(new Dense(4, 5), [Node.NetworkInput]);
        b = builder.Add(new ActivationLayer("silu"), [b]);
        builder.Add(new Concat(), [a, b, Node.NetworkInput]);
        return builder.Add(new Dense(12, 2)).Build();
    }
}
