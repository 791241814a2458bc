using Rectify.Kernels;
using Rectify.Layers;
using Rectify.Networks;

namespace Rectify.Tests.Networks;

/// <summary>A workspace is used in order: samples in, forward, the gradient of the loss in, backward.</summary>
public sealed class OrderTests
{
    private const string NoPass = "There is no forward pass to go back over: call Forward before each Backward.";
    private const string NoGradients = "This workspace has no gradients: make one with WorkspaceKind.Training.";

    private static Network Small => Network.Stack(new Shape(2), new Dense(2, 3), new ActivationLayer("relu"), new Dense(3, 1));

    [Fact]
    public void Nothing_is_passed_forward_before_there_are_samples() => Says(
        "There are no samples to pass forward: set Input.Count, and fill Input.Values.",
        () => new Workspace(Small, WorkspaceKind.Training, 4).Forward());

    [Fact]
    public void Backward_comes_after_forward_and_once()
    {
        Workspace workspace = new(Small, WorkspaceKind.Training, 4);
        Says(NoPass, () => workspace.Backward());
        workspace.Input.Count = 4;
        workspace.Forward();
        workspace.Backward();

        Says(NoPass, () => workspace.Backward());
    }

    [Theory]
    [InlineData(WorkspaceKind.Inference)]
    [InlineData(WorkspaceKind.Observation)]
    public void Only_a_workspace_for_training_has_gradients(WorkspaceKind kind)
    {
        Workspace workspace = new(Small, kind, 4);
        workspace.Input.Count = 4;
        workspace.Forward();

        Says(NoGradients, () => workspace.Backward());
        Says(NoGradients, () => _ = workspace.Gradients);
        Says("No gradient comes back to this layer: its workspace is not for training, or nothing at or before the layer learns.",
            () => _ = workspace.OutputGradient);
    }

    [Fact]
    public void A_penalty_on_outputs_needs_them_to_be_kept()
    {
        Workspace workspace = new(Small, WorkspaceKind.Training, 4);
        workspace.Input.Count = 4;
        workspace.Forward();

        Says("The outputs of hidden activations are not kept: make the workspace with keepHidden.", () => workspace.Backward(0.1f));
        Refuses("A penalty on activations is 0 or more.", () => workspace.Backward(float.NaN));
    }

    [Fact]
    public void What_is_out_of_range_is_refused()
    {
        Refuses("A batch of 0 samples is out of range: it takes 1 or more.", () => new Workspace(Small, WorkspaceKind.Training, 0));
        Refuses("A batch of at most 0 samples is out of range: it takes 1 or more.", () => Small.BatchWithin(0));
        Refuses("There is no node 3: the network has nodes 0 to 2.", () => Small.ShapeOf(3));
        Refuses("A network takes samples of some shape, but is given none.", () => new NetworkBuilder(default));
        Refuses("A dropout rate of NaN is out of range: it takes 0 or more and less than 1.",
            () => new NetworkDesign { Dropout = float.NaN }.Build(2, 2));
        Refuses("Maxout with -1 pieces is out of range: it takes 2 or more, or 0 for none.",
            () => new NetworkDesign { Maxout = -1 }.Build(2, 2));
    }

    [Fact]
    public void A_layer_that_learns_has_one_place()
    {
        Dense layer = new(2, 2);
        Refuses("dense2 is the same layer as dense1: make a new one for each place, because it learns.",
            () => Network.Stack(new Shape(2), layer, layer));

        ActivationLayer shared = new("relu");
        Assert.Equal(4, Network.Stack(new Shape(2), new Dense(2, 2), shared, new Dense(2, 2), shared).Nodes.Count);
    }

    private static void Says(string sentence, Action action)
        => Assert.Equal(sentence, Assert.Throws<InvalidOperationException>(action).Message);

    private static void Refuses(string sentence, Action action) => Assert.Equal(sentence, Assert.Throws<ArgumentException>(action).Message);
}
