using Rectify.Kernels;
using Rectify.Layers;
using Rectify.Networks;

namespace Rectify.Tests.Layers;

/// <summary>Every layer says what it takes.</summary>
public sealed class ContractTests
{
    public static TheoryData<string> Examples => [.. LayerCatalog.All.Select(entry => entry.Example)];

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_number_of_inputs_that_a_layer_does_not_take_is_refused(string example)
    {
        Layer layer = LayerCatalog.Parse(example);
        bool isOfSeveral = layer.InputCount == 0;
        Shape[] shapes = isOfSeveral ? [new(4)] : [new(4), new(4)];

        Assert.Equal(
            $"{layer.Name} takes {(isOfSeveral ? "two or more inputs" : "1 input")}, but is given {shapes.Length}.",
            Assert.Throws<ArgumentException>(() => layer.OutputShape(shapes)).Message);
        Assert.EndsWith("but is given 0.", Assert.Throws<ArgumentException>(() => layer.OutputShape([])).Message);
    }

    [Theory]
    [InlineData("dense:inputs=0,outputs=3", "A dense layer of 0 inputs and 3 units is not possible: it has 1 or more of each.")]
    [InlineData("batch-norm:units=0", "A normalization of 0 units is out of range: it takes 1 or more.")]
    [InlineData("layer-norm:width=0", "A normalization of 0 units is out of range: it takes 1 or more.")]
    [InlineData("prelu:units=0,slope=0.25,per-channel=0", "A prelu of 0 units is out of range: it takes 1 or more.")]
    public void A_layer_of_nothing_is_refused(string text, string sentence)
        => Assert.Equal(sentence, Assert.Throws<ArgumentException>(() => LayerCatalog.Parse(text)).Message);

    [Fact]
    public void A_parameter_of_nothing_is_refused() => Assert.Equal(
        "A weight of 0x3 is out of range: it takes 1x1 or more.",
        Assert.Throws<ArgumentException>(() => new Parameter("weight", ParameterRole.Weight, 0, 3)).Message);

    [Fact]
    public void There_are_no_gradients_where_nothing_is_learned()
    {
        Network network = Network.Stack(new Shape(2), new Dense(2, 3), new BatchNorm(3));
        Parameter weight = network.Nodes[0].Layer.Parameters[0], mean = network.Nodes[1].Layer.Parameters[2];
        LayerPass inference = new Workspace(network, WorkspaceKind.Inference, 4).Passes[0];
        LayerPass training = new Workspace(network, WorkspaceKind.Training, 4).Passes[1];

        Says("There is no gradient of weight here: the workspace is not for training.", () => inference.Gradient(weight));
        Says("There is no gradient of running-mean here, because this network does not learn it.", () => training.Gradient(mean));
        Says("There is no gradient of free here, because this network does not learn it.",
            () => training.Gradient(new Parameter("free", ParameterRole.Bias, 1, 3)));
        Says("No gradient comes back to this layer: its workspace is not for training, or nothing at or before the layer learns.",
            () => _ = inference.OutputGradient);
    }

    // A unit more would read on into another's memory.
    [Theory]
    [InlineData("activation:elu")]
    [InlineData("prelu:units=4,slope=0.25,per-channel=1")]
    [InlineData("rrelu:lower=0.125,upper=0.25")]
    [InlineData("maxout:pieces=2")]
    [InlineData("crelu")]
    [InlineData("glu")]
    public void Slopes_are_as_many_as_outputs(string text)
    {
        Network network = Network.Stack(new Shape(4), LayerCatalog.Parse(text));
        Workspace workspace = new(network, WorkspaceKind.Observation, 3);
        workspace.Input.Count = 2;
        int outputs = workspace.Forward().Values.Length;
        var layer = (IActivationLayer)network.Nodes[0].Layer;
        layer.Slopes(workspace.Passes[0], new float[outputs]);

        Assert.All([outputs - 1, outputs + 1],
            length => Assert.Throws<ArgumentException>(() => layer.Slopes(workspace.Passes[0], new float[length])));
    }

    private static void Says(string sentence, Action action)
        => Assert.Equal(sentence, Assert.Throws<InvalidOperationException>(action).Message);
}
