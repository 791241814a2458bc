using Rectify.Activations;
using Rectify.Data;
using Rectify.Health;
using Rectify.Kernels;
using Rectify.Layers;
using Rectify.Networks;

namespace Rectify.Tests.Health;

public sealed class CensusTests
{
    // The probe: x = 0, 1/400 … 399/400. A unit that is active where x > t + ½/400 is active on 399 − 400·t rows.
    private const int Rows = 400;

    [Theory]
    [InlineData("relu", 1, -0.5f, Verdict.Alive)]
    [InlineData("relu", 1, -395.5f / Rows, Verdict.Alive)]
    [InlineData("relu", 1, -396.5f / Rows, Verdict.RarelyActive)]
    [InlineData("relu", 1, -398.5f / Rows, Verdict.RarelyActive)]
    [InlineData("relu", 1, -399f / Rows, Verdict.Silent)]
    [InlineData("relu", -1, 0, Verdict.Silent)]
    [InlineData("relu", 1, 1, Verdict.AlwaysOn)]
    [InlineData("relu", 1, 0, Verdict.Alive)]
    [InlineData("relu6", 1, 3, Verdict.AlwaysOn)]
    [InlineData("relu6", 1, 10, Verdict.Silent)]
    [InlineData("relu6", 10, -3, Verdict.Alive)]
    [InlineData("leaky-relu", 1, -0.5f, Verdict.Alive)]
    [InlineData("leaky-relu", 1, -2, Verdict.AlwaysOn)]
    [InlineData("leaky-relu", 1, 2, Verdict.AlwaysOn)]
    [InlineData("prelu", 1, -0.5f, Verdict.Alive)]
    [InlineData("prelu", 1, -2, Verdict.AlwaysOn)]
    [InlineData("rrelu", 1, -2, Verdict.AlwaysOn)]
    [InlineData("hard-sigmoid", 1, 4, Verdict.Silent)]
    [InlineData("tanh", 1, 0, Verdict.Alive)]
    [InlineData("tanh", 1, 10, Verdict.Saturated)]
    [InlineData("tanh", 1000, -500, Verdict.Saturated)]
    [InlineData("tanh", 100, -50, Verdict.Alive)]
    [InlineData("elu", 1, 1, Verdict.Alive)]
    [InlineData("elu", 1, -4, Verdict.Alive)]
    [InlineData("elu", 1, -10, Verdict.Saturated)]
    [InlineData("identity", 1, 0, Verdict.Alive)]
    public void A_unit_gets_the_verdict_of_the_table(string activation, float weight, float bias, Verdict verdict)
        => Assert.Equal(verdict, Assert.Single(Take(Unit(activation, weight, bias)).Verdicts));

    [Theory]
    [InlineData(1, 0, 0, 0.5f, Verdict.Alive)]
    [InlineData(1, 0, 0, 2, Verdict.AlwaysOn)]
    [InlineData(1, 1, -1, 0, Verdict.AlwaysOn)]
    public void A_maxout_unit_is_on_when_one_piece_always_wins_and_never_silent(
        float weight, float bias, float otherWeight, float otherBias, Verdict verdict)
    {
        Network network = Network.Stack(new Shape(1), new Dense(1, 2), new Maxout());
        Set(network, [weight, otherWeight], [bias, otherBias]);

        Assert.Equal(verdict, Assert.Single(Take(network).Verdicts));
    }

    [Fact]
    public void Active_rows_dead_rows_and_zeros_are_counted()
    {
        Network network = Network.Stack(new Shape(1), new Dense(1, 2), new ActivationLayer("relu"));
        Set(network, [1, 1], [-0.5f, -2]);
        LayerCensus census = Take(network);

        // At x = 0.5 the rectifier's slope is 0: 199 rows are above.
        Assert.Equal([199, 0], census.ActiveRows);
        Assert.Equal((Rows, 201), (census.Rows, census.DeadRows));
        Assert.Equal((201 + 400) / 800.0, census.Zeros);
        Assert.Equal((2, 1, 1), (census.Units, census.Count(Verdict.Alive), census.Count(Verdict.Silent)));
    }

    // Three images of two pixels under a kernel of one place: what a channel is at each is its weight times the pixel, plus its bias.
    [Fact]
    public void A_channel_is_active_where_any_position_is_and_always_on_only_where_all_are()
    {
        ArraySource images = new([1, -1, -1, -2, 2, 3], new float[3], new Shape(1, 2, 1));
        Network network = Network.Stack(images.InputShape, new Conv2D(1, 2, (1, 1)), new ActivationLayer("relu"));
        Set(network, [1, 0], [0, -1]);
        LayerCensus census = Assert.Single(new Census(network, images).Take());
        Assert.Equal([2, 0], census.ActiveRows);
        Assert.Equal([Verdict.Alive, Verdict.Silent], census.Verdicts);
        Assert.Equal((1, 9 / 12.0), (census.DeadRows, census.Zeros));

        // 1.5 more lifts one pixel of the second image above 0 but not the other; 3 more lifts all.
        Set(network, [1, 1], [1.5f, 3]);
        census = Assert.Single(new Census(network, images).Take());
        Assert.Equal([3, 3], census.ActiveRows);
        Assert.Equal([Verdict.Alive, Verdict.AlwaysOn], census.Verdicts);
    }

    [Theory]
    [InlineData(299, 0.01, true)]
    [InlineData(298, 0.01, false)]
    [InlineData(2995, 0.001, true)]
    [InlineData(2994, 0.001, false)]
    public void Silence_on_n_rows_bounds_the_true_rate(int rows, double rate, bool certifies)
        => Assert.Equal(certifies, new LayerCensus("relu1", "relu", rows, [], [], 0, 0).SilentBound <= rate);

    [Fact]
    public void A_census_sees_the_network_as_it_is_now()
    {
        Network network = Unit("relu", 1, -2);
        var census = new Census(network, Line());
        Assert.Equal(Verdict.Silent, census.Take()[0].Verdicts[0]);

        Set(network, [1], [0.5f]);
        Assert.Equal(Verdict.AlwaysOn, census.Take()[0].Verdicts[0]);
    }

    [Fact]
    public void Layers_are_told_in_order_by_name()
    {
        Network network = new NetworkDesign { Hidden = [3, 4] }.Build(1, 2);

        Assert.Equal([("relu1", 3), ("relu2", 4)], new Census(network, Line()).Take().Select(l => (l.Layer, l.Units)));
    }

    [Fact]
    public void Counting_changes_no_weight()
    {
        NetworkDesign design = new() { Hidden = [5], BatchNorm = true, Dropout = 0.5f, Activation = Activation.Parse("prelu") };
        Network network = design.Build(1, 2);
        network.Initialize(Initializer.Parse("he"), seed: 1);
        float[] before = network.Row.ToArray();
        new Census(network, Line()).Take();

        Assert.Equal(before, network.Row.ToArray());
    }

    private static ArraySource Line() => new([.. Enumerable.Range(0, Rows).Select(i => (float)i / Rows)], new float[Rows], 1);

    private static LayerCensus Take(Network network) => Assert.Single(new Census(network, Line()).Take());

    private static Network Unit(string activation, float weight, float bias)
    {
        Network network = Network.Stack(new Shape(1), new Dense(1, 1), ActivationLayers.Create(Activation.Parse(activation), 1));
        Set(network, [weight], [bias]);
        return network;
    }

    private static void Set(Network network, ReadOnlySpan<float> weights, ReadOnlySpan<float> biases)
    {
        weights.CopyTo(network.Nodes[0].Layer.Parameters[0].Value);
        biases.CopyTo(network.Nodes[0].Layer.Parameters[1].Value);
    }
}
