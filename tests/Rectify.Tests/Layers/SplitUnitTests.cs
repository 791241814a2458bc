using Rectify.Kernels;
using Rectify.Layers;
using Rectify.Networks;

namespace Rectify.Tests.Layers;

/// <summary>Layers whose units are made of several that come in, or the other way round, position by position.</summary>
public sealed class SplitUnitTests
{
    // Two positions of four channels, behind a layer that learns so that a gradient comes back.
    private static readonly Shape TwoPositions = new(1, 2, 4);
    private static readonly float[] Input = [1, -2, 3, -4, -5, 6, 0, 8];

    [Fact]
    public void Crelu_gives_the_positive_sides_of_all_channels_and_then_the_negative_ones()
    {
        LayerRun run = Run(new CRelu());

        Assert.Equal([1f, 0, 3, 0, 0, 2, 0, 4, 0, 6, 0, 8, 5, 0, 0, 0], run.Forward(Input));
        Assert.Equal([1f, -6, 3, -8, -50, 20, 0, 40], run.InputGradient(1, 2, 3, 4, 5, 6, 7, 8, 10, 20, 30, 40, 50, 60, 70, 80));
    }

    [Fact]
    public void Each_side_of_crelu_is_a_unit_whose_slope_tells_on_which_side_it_is()
        => Assert.Equal([1f, 0, 1, 0, 0, -1, 0, -1, 0, 1, 0, 1, -1, 0, 0, 0], Slopes(new CRelu()));

    [Fact]
    public void Maxout_takes_the_largest_of_pieces_that_lie_a_row_of_units_apart()
    {
        LayerRun run = Run(new Maxout());

        Assert.Equal([3f, -2, 0, 8], run.Forward(Input));
        Assert.Equal([0f, 2, 1, 0, 0, 0, 3, 4], run.InputGradient(1, 2, 3, 4));
    }

    [Fact]
    public void A_gate_is_the_half_behind_its_values()
    {
        LayerRun run = Run(new GatedUnit("relu"));

        // (1, −2)·relu(3, −4) and (−5, 6)·relu(0, 8).
        Assert.Equal([3f, 0, 0, 48], run.Forward(Input));
        Assert.Equal([3f, 0, 1, 0, 0, 32, 0, 24], run.InputGradient(1, 2, 3, 4));
    }

    [Theory]
    [InlineData("glu", 1 / (1 + 0.04978706836786394))]
    [InlineData("reglu", 3.0)]
    [InlineData("geglu", 3 * 0.9986501019683699)]
    [InlineData("swiglu", 3 / (1 + 0.04978706836786394))]
    [InlineData("gated:elu", 3.0)]
    public void The_gates_of_the_literature_go_by_their_names(string name, double gateAt3)
        => Assert.Equal(-7 * gateAt3, new LayerRun(WorkspaceKind.Inference, 1, 2, LayerCatalog.Parse(name)).Forward(-7, 3)[0], 1e-5);

    [Fact]
    public void The_slope_of_a_gated_unit_is_0_only_where_its_gate_is_shut_and_does_not_move()
        => Assert.Equal([3f, 0, 0, 8], Slopes(new GatedUnit("relu")));

    [Fact]
    public void A_sigmoid_that_is_wide_open_lets_its_value_learn()
    {
        var run = new LayerRun(WorkspaceKind.Observation, 1, 4, new GatedUnit("sigmoid"));
        run.Forward(1, 1, 20, -20);
        float[] slopes = new float[2];
        ((IActivationLayer)run.Network.Nodes[0].Layer).Slopes(run.Workspace.Passes[0], slopes);

        Assert.Equal(1, slopes[0], 1e-6f);
        Assert.InRange(slopes[1], 0, 1e-6f);
    }

    [Fact]
    public void Concat_joins_the_channels_of_each_position_and_gives_each_its_own_part_of_the_gradient_back()
    {
        var builder = new NetworkBuilder(new Shape(1, 2, 1));
        int a = builder.Add(new PReluLayer(1, slope: 1), [Node.NetworkInput]);
        int b = builder.Add(new CRelu(), [a]);
        builder.Add(new Concat(), [a, b]);
        var workspace = new Workspace(builder.Build(), WorkspaceKind.Training, 1);
        workspace.Input.Count = 1;
        ((ReadOnlySpan<float>)[3, -4]).CopyTo(workspace.Input.Values);

        Assert.Equal([3f, 3, 0, -4, 0, 4], workspace.Forward().Values.ToArray());
        ((ReadOnlySpan<float>)[1, 2, 3, 4, 5, 6]).CopyTo(workspace.OutputGradient.Values);
        workspace.Backward();
        Assert.Equal([1f, 4], workspace.Passes[2].InputGradients[0]!.Values.ToArray());
        Assert.Equal([2f, 3, 5, 6], workspace.Passes[2].InputGradients[1]!.Values.ToArray());
    }

    private static LayerRun Run(Layer layer) => new(WorkspaceKind.Training, 1, TwoPositions, new PReluLayer(4, slope: 1), layer);

    private static float[] Slopes(Layer layer)
    {
        var run = new LayerRun(WorkspaceKind.Observation, 1, TwoPositions, layer);
        float[] slopes = new float[run.Forward(Input).Length];
        ((IActivationLayer)layer).Slopes(run.Workspace.Passes[0], slopes);
        return slopes;
    }
}
