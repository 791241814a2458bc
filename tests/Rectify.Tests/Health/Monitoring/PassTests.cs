using Rectify.Health;
using Rectify.Kernels;
using Rectify.Layers;
using Rectify.Networks;
using Rectify.Training;

namespace Rectify.Tests.Health;

/// <summary>What is seen while a pass runs, on one of two rows that is worked out by hand.</summary>
public sealed class PassTests
{
    // Before the rectifier 1, −2, −2 and 3, −6, −4; after it 1, 0, 0 and 3, 0, 0.
    private static readonly float[] Weights = [1, -2, -1], Biases = [0, 0, -1], Rows = [1, 3];

    [Fact]
    public void Active_rows_are_tallied_until_the_tally_begins_anew()
    {
        (Network network, Workspace workspace) = Make();
        ActivityTally tally = new(network);
        Assert.Equal((3, 3), tally.Silent);

        foreach (Node node in network.Nodes) { tally.Count(node, workspace.Passes[node.Index]); }
        Assert.Equal((2, 3), tally.Silent);

        tally.Clear();
        Assert.Equal((3, 3), tally.Silent);
    }

    [Fact]
    public void Mean_and_variance_are_those_of_all_that_was_seen()
    {
        (Network network, _) = Make();
        Moments moments = new();
        IReadOnlyList<LayerCensus> census = new Census(network, new Rectify.Data.ArraySource(Rows, new float[2], 1)).Take(moments.See);
        UnitLook once = Assert.Single(moments.Of(census));

        double[] seen = [1, -2, -2, 3, -6, -4];
        Assert.Equal(("relu1", 3, 2, 0, 0, 4 / 6.0), (once.Layer, once.Units, once.Silent, once.Saturated, once.DeadRows, once.Zeros));
        Assert.Equal(seen.Average(), once.Mean, 1e-12);
        Assert.Equal(seen.Average(x => Math.Pow(x - seen.Average(), 2)), once.Variance, 1e-12);

        // A second batch is added to the first: 0 in all, whose biases are 0, 0, −1.
        new Census(network, new Rectify.Data.ArraySource([0], [0], 1)).Take(moments.See);
        double[] both = [.. seen, 0, 0, -1];
        UnitLook twice = Assert.Single(moments.Of(census));
        Assert.Equal(both.Average(), twice.Mean, 1e-12);
        Assert.Equal(both.Average(x => Math.Pow(x - both.Average(), 2)), twice.Variance, 1e-12);
    }

    [Fact]
    public void A_step_is_measured_by_what_it_did_to_the_weights_beside_what_penalties_ask()
    {
        (Network network, Workspace workspace) = Make();
        StepWatch watch = new(network, new Penalties(L1: 0.5f, L2: 0.25f));
        watch.Begin();
        workspace.Watcher = new Eye(watch);
        workspace.OutputGradient.Values.Fill(2);
        workspace.Backward();
        Span<float> first = network.Nodes[0].Layer.Parameters[0].Value;
        (first[0], first[1]) = (first[0] + 3, first[1] - 1);
        IReadOnlyList<WeightLook> looks = watch.End(workspace.Gradients);

        Assert.Equal([("dense1", true), ("dense2", false)], looks.Select(look => (look.Layer, look.IsHidden)));

        // By the output 2 and 2; by the hidden units 2·(1, 0, 0) on both rows; two rows.
        Assert.Equal(2 * 2, looks[1].GradientSize, 1e-6);
        Assert.Equal(2 * Math.Sqrt((4 + 4) / 6.0), looks[0].GradientSize, 1e-6);

        // Weights 1, −2, −1 moved by 3, −1, 0. By weight the loss's gradient is 2·1 + 2·3 = 8, 0, 0, and the penalties' is
        // 0.25·w + 0.5·sign(w).
        Assert.Equal(Math.Sqrt(10 / 6.0), looks[0].UpdateRatio, 1e-6);
        Assert.Equal(Math.Sqrt(6 / 3.0), looks[0].Size, 1e-6);
        Assert.Equal(Math.Sqrt(0.75 * 0.75 + 1 * 1 + 0.75 * 0.75) / 8, looks[0].PenaltyRatio, 1e-6);

        // Weights 1, 1, 1 stayed: 2·1 + 2·3 = 8 by the first, whose inputs alone are not 0.
        Assert.Equal((0, 1), (looks[1].UpdateRatio, looks[1].Size));
        Assert.Equal(0.75 * Math.Sqrt(3) / 8, looks[1].PenaltyRatio, 1e-6);
    }

    // One input, three rectifiers, one output of their sum.
    private static (Network Network, Workspace Workspace) Make()
    {
        Network network = Network.Stack(new Shape(1), new Dense(1, 3), new ActivationLayer("relu"), new Dense(3, 1));
        Weights.CopyTo(network.Nodes[0].Layer.Parameters[0].Value);
        Biases.CopyTo(network.Nodes[0].Layer.Parameters[1].Value);
        network.Nodes[2].Layer.Parameters[0].Value.Fill(1);
        Workspace workspace = new(network, WorkspaceKind.Training, batchSize: 2);
        workspace.Input.Count = 2;
        Rows.CopyTo(workspace.Input.Values);
        workspace.Forward();
        return (network, workspace);
    }

    private sealed class Eye(StepWatch watch) : IPassWatcher
    {
        public void Forwarded(Node node, LayerPass pass) { }

        public void Backwarding(Node node, LayerPass pass)
        {
            if (node.Layer.Parameters.Count > 0) { watch.See(node, pass); }
        }
    }
}
