using Rectify.Kernels;
using Rectify.Layers;
using Rectify.Networks;
using Rectify.Tests.Kernels;

namespace Rectify.Tests.Networks;

public sealed class WorkspaceTests
{
    private const int BatchSize = 9;

    public static TheoryData<string> Networks => [.. SampleNetworks.Names];

    [Theory]
    [MemberData(nameof(Networks))]
    public void Training_inference_and_observation_give_the_same_bits(string name)
    {
        Network network = SampleNetworks.Make(name);
        float[] training = Output(network, WorkspaceKind.Training, BatchSize);

        Assert.True(SampleFloats.SameBits(training, Output(network, WorkspaceKind.Inference, BatchSize)));
        Assert.True(SampleFloats.SameBits(training, Output(network, WorkspaceKind.Observation, BatchSize)));
        Assert.All(training, value => Assert.True(float.IsFinite(value)));
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void A_row_gets_the_same_bits_whatever_batch_it_is_in(string name)
    {
        Network network = SampleNetworks.Make(name);
        float[] together = Output(network, WorkspaceKind.Inference, BatchSize), alone = Output(network, WorkspaceKind.Inference, 1);

        Assert.True(SampleFloats.SameBits(together.AsSpan(0, alone.Length), alone));
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void A_repeated_pass_gives_the_same_gradients(string name)
    {
        Network network = SampleNetworks.Make(name);
        var workspace = new Workspace(network, WorkspaceKind.Training, BatchSize);

        Assert.True(SampleFloats.SameBits(Gradients(workspace, BatchSize), Gradients(workspace, BatchSize)));
    }

    [Fact]
    public void A_watcher_sees_each_gradient_before_a_layer_passes_it_on_and_after()
    {
        Network network = Network.Stack(new Shape(1), new Dense(1, 1), new Dense(1, 1));
        (network.Nodes[0].Layer.Parameters[0].Value[0], network.Nodes[1].Layer.Parameters[0].Value[0]) = (2, 3);
        Notes notes = new();
        Workspace workspace = new(network, WorkspaceKind.Training, batchSize: 1) { Watcher = notes };
        workspace.Input.Count = 1;
        workspace.Input.Values[0] = 7;
        workspace.Forward();
        workspace.OutputGradient.Values[0] = 5;
        workspace.Backward();

        Assert.Equal(
            ["dense1 gives 14", "dense2 gives 42", "dense2 gets 5", "dense2 passes 15", "dense1 gets 15", "dense1 passes "],
            notes.All);
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void A_smaller_batch_in_a_large_workspace_gives_the_gradients_of_a_workspace_of_its_size(string name)
    {
        Network network = SampleNetworks.Make(name);
        var large = new Workspace(network, WorkspaceKind.Training, BatchSize);
        Gradients(large, BatchSize);

        Assert.True(SampleFloats.SameBits(Gradients(new(network, WorkspaceKind.Training, 4), 4), Gradients(large, 4)));
    }

    [Fact]
    public void Keeping_hidden_outputs_changes_no_gradient()
    {
        Network network = SampleNetworks.Make("relu fused in place");

        Assert.True(SampleFloats.SameBits(
            Gradients(new(network, WorkspaceKind.Training, BatchSize), BatchSize),
            Gradients(new(network, WorkspaceKind.Training, BatchSize, keepHidden: true), BatchSize)));
    }

    [Fact]
    public void A_rectifier_runs_in_the_memory_of_what_it_reads_unless_it_is_observed()
    {
        Network network = SampleNetworks.Make("relu fused in place");
        var training = new Workspace(network, WorkspaceKind.Training, BatchSize);
        var observation = new Workspace(network, WorkspaceKind.Observation, BatchSize);
        Fill(training, BatchSize);
        Fill(observation, BatchSize);

        Assert.True(training.Passes[1].Input.Values.Overlaps(training.Passes[1].Output.Values));
        Assert.False(observation.Passes[1].Input.Values.Overlaps(observation.Passes[1].Output.Values));
    }

    [Fact]
    public void A_pass_does_not_change_its_input()
    {
        var workspace = new Workspace(SampleNetworks.Make("concat"), WorkspaceKind.Training, BatchSize);
        Gradients(workspace, BatchSize);
        float[] before = new float[BatchSize * 4];
        new Philox(3, RandomPurpose.SyntheticData).FillNormal(before);

        Assert.Equal(before, workspace.Input.Values.ToArray());
    }

    [Fact]
    public void Inference_of_a_deep_stack_needs_two_buffers()
    {
        var design = new NetworkDesign { Hidden = [64, 64, 64, 64, 64, 64] };
        long deep = new Workspace(design.Build(64, 64), WorkspaceKind.Inference, 16).PlannedBytes;

        Assert.Equal(sizeof(float) * 16 * 64 * (2 + 1), deep);
    }

    // Of one sample 30,000 numbers: more than eight of them leave a second-level cache.
    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(23)]
    [InlineData(64)]
    public void A_large_batch_is_predicted_slice_by_slice_with_the_same_bits_in_less_memory(int rows)
    {
        const int Most = 64;
        Network network = Network.Stack(
            new Shape(60, 60, 1), new Conv2D(1, 8, (3, 3)), new ActivationLayer("relu"), new MaxPool(2), new Flatten(),
            new Dense(29 * 29 * 8, 3));
        new Philox(2, RandomPurpose.SyntheticData).FillNormal(network.Row);
        Workspace sliced = new(network, WorkspaceKind.Inference, Most), whole = new(network, WorkspaceKind.Observation, Most);
        Assert.True(sliced.Passes[0].Output.Capacity < Most / 2);
        Assert.True(sliced.PlannedBytes < whole.PlannedBytes / 4);

        float[] first = Output(sliced, Most), expected = Output(whole, Most);
        Assert.True(SampleFloats.SameBits(expected, first));
        float[] some = Output(sliced, rows);
        Assert.Equal(rows * 3, some.Length);
        Assert.True(SampleFloats.SameBits(expected.AsSpan(0, some.Length), some));
    }

    [Fact]
    public void A_penalty_on_activations_adds_the_sign_of_each_output()
    {
        Network network = SampleNetworks.Make("activation at the end");
        var workspace = new Workspace(network, WorkspaceKind.Training, BatchSize, keepHidden: true);
        float[] without = Gradients(workspace, BatchSize), with = Gradients(workspace, BatchSize, penalty: 1);
        Assert.True(SampleFloats.SameBits(without, with), "The network's output is not a hidden activation.");

        // One input of 1, one unit of weight 2, an output weight of 3: dλ|h|/dw = λ·sign(h)·x on top of 3.
        Network small = Network.Stack(new Shape(1), new Dense(1, 1), new ActivationLayer("relu"), new Dense(1, 1));
        small.Nodes[0].Layer.Parameters[0].Value[0] = 2;
        small.Nodes[2].Layer.Parameters[0].Value[0] = 3;
        var pass = new Workspace(small, WorkspaceKind.Training, 1, keepHidden: true);
        pass.Input.Count = 1;
        pass.Input.Values[0] = 1;
        pass.Forward();
        pass.OutputGradient.Values[0] = 1;
        pass.Backward(activationPenalty: 0.5f);

        Assert.Equal(3.5f, pass.Gradients[0]);
    }

    private static float[] Output(Workspace workspace, int rows)
    {
        workspace.Input.Count = rows;
        new Philox(3, RandomPurpose.SyntheticData).FillNormal(workspace.Input.Values);
        return workspace.Forward().Values.ToArray();
    }

    private static float[] Output(Network network, WorkspaceKind kind, int rows)
    {
        var workspace = new Workspace(network, kind, rows);
        Fill(workspace, rows);
        return workspace.Forward().Values.ToArray();
    }

    private static float[] Gradients(Workspace workspace, int rows, float penalty = 0)
    {
        Fill(workspace, rows);
        workspace.Forward();
        new Philox(4, RandomPurpose.SyntheticData).FillNormal(workspace.OutputGradient.Values);
        workspace.Backward(penalty);
        return workspace.Gradients.ToArray();
    }

    private static void Fill(Workspace workspace, int rows)
    {
        workspace.Input.Count = rows;
        new Philox(3, RandomPurpose.SyntheticData).FillNormal(workspace.Input.Values);
        foreach (LayerPass pass in workspace.Passes) { pass.Output.Count = rows; }
    }

    private sealed class Notes : IPassWatcher
    {
        public List<string> All { get; } = [];

        public void Forwarded(Node node, LayerPass pass) => All.Add($"{node.Name} gives {pass.Output.Values[0]}");
        public void Backwarding(Node node, LayerPass pass) => All.Add($"{node.Name} gets {pass.OutputGradient.Values[0]}");
        public void Backwarded(Node node, LayerPass pass) => All.Add($"{node.Name} passes {pass.InputGradient?.Values[0]}");
    }
}
