using Rectify.Kernels;
using Rectify.Layers;
using Rectify.Networks;

namespace Rectify.Tests.Networks;

public sealed class NetworkBuilderTests
{
    [Theory]
    [InlineData("batch-norm:units=2")]
    [InlineData("layer-norm:width=2")]
    [InlineData("prelu:units=2,slope=0.25,per-channel=0")]
    public void Channels_are_told_from_numbers(string layer)
    {
        string name = LayerCatalog.Parse(layer).Name;
        Says($"{name} takes 2 channels, but 5x5x3 has 3.", () => new NetworkBuilder(new Shape(5, 5, 3)).Add(LayerCatalog.Parse(layer)));
        Says($"{name} takes 2 features, but 2x4 has 4.", () => new NetworkBuilder(new Shape(2, 4)).Add(LayerCatalog.Parse(layer)));
    }

    [Theory]
    [InlineData("max-pool:window=2x2,stride=2x2,padding=0x0", "max-pool 2x2 takes images of height x width x channels, but is given 9.")]
    [InlineData("average-pool:window=2x3,stride=1x1,padding=same",
        "average-pool 2x3 stride 1x1 padding same takes images of height x width x channels, but is given 9.")]
    public void A_layer_of_images_refuses_a_row(string layer, string sentence)
        => Says(sentence, () => new NetworkBuilder(new Shape(9)).Add(LayerCatalog.Parse(layer)));

    [Fact]
    public void A_layer_that_does_not_fit_says_what_it_takes_and_what_it_met()
        => Says("dense 2->4 takes 2 numbers per sample, but 3 holds 3.", () => new NetworkBuilder(new Shape(3)).Add(new Dense(2, 4)));

    [Theory]
    [InlineData("prelu:units=2,slope=0.25,per-channel=1", "prelu:per-channel takes 2 numbers per sample, but 3 holds 3.")]
    [InlineData("batch-norm:units=2", "batch-norm 2 takes 2 numbers per sample, but 3 holds 3.")]
    [InlineData("layer-norm:width=2", "layer-norm 2 takes 2 numbers per sample, but 3 holds 3.")]
    public void So_does_every_layer_of_a_fixed_width(string layer, string sentence)
        => Says(sentence, () => new NetworkBuilder(new Shape(3)).Add(LayerCatalog.Parse(layer)));

    [Theory]
    [InlineData("maxout:pieces=2", "maxout of 2 takes a multiple of 2 units, but 3 has 3.")]
    [InlineData("swiglu", "swiglu takes a multiple of 2 units, but 3 has 3.")]
    public void So_does_every_layer_that_splits_its_units(string layer, string sentence)
        => Says(sentence, () => new NetworkBuilder(new Shape(3)).Add(LayerCatalog.Parse(layer)));

    [Fact]
    public void A_sum_of_different_shapes_is_refused() => Says("add takes inputs of one shape, but is given 3 and 2.", () =>
    {
        var builder = new NetworkBuilder(new Shape(3));
        builder.Add(new Dense(3, 2));
        builder.Add(new Add(), [Node.NetworkInput, 0]);
    });

    [Fact]
    public void A_concatenation_of_different_pictures_is_refused()
        => Says("concat takes inputs that agree in all but the last dimension, but is given 2x4 and 3x4.",
            () => new Concat().OutputShape([new Shape(2, 4), new Shape(3, 4)]));

    [Fact]
    public void A_sum_of_one_is_refused()
        => Says("add1 (add) takes two or more inputs, but is given 1.", () => new NetworkBuilder(new Shape(3)).Add(new Add()));

    [Fact]
    public void A_layer_with_too_many_inputs_is_refused() => Says("dense2 (dense 2->2) takes 1 input, but is given 2.", () =>
    {
        var builder = new NetworkBuilder(new Shape(2));
        builder.Add(new Dense(2, 2)).Add(new Dense(2, 2), [0, Node.NetworkInput]);
    });

    [Fact]
    public void A_node_that_does_not_exist_cannot_be_read()
        => Says(
            "dense1 (dense 3->2) reads node 4, but the nodes before it are -1 to -1.",
            () => new NetworkBuilder(new Shape(3)).Add(new Dense(3, 2), [4]));

    [Fact]
    public void One_output_cannot_be_read_twice_by_a_layer()
        => Says("add1 (add) reads one output twice: give each input once.",
            () => new NetworkBuilder(new Shape(3)).Add(new Add(), [Node.NetworkInput, Node.NetworkInput]));

    [Fact]
    public void Names_are_unique() => Says("There are two layers called 'one': names are unique in a network.", () =>
    {
        var builder = new NetworkBuilder(new Shape(3));
        builder.Add(new Dense(3, 3), [Node.NetworkInput], "one");
        builder.Add(new Dense(3, 3), [0], "one");
    });

    [Fact]
    public void A_layer_that_nobody_reads_is_refused() => Says("Nothing reads dense1 (dense 3->2): connect it, or leave it out.", () =>
    {
        var builder = new NetworkBuilder(new Shape(3));
        builder.Add(new Dense(3, 2), [Node.NetworkInput]);
        builder.Add(new Dense(3, 2), [Node.NetworkInput]);
        builder.Build();
    });

    [Fact]
    public void An_empty_network_is_refused()
        => Says("A network needs at least one layer.", () => new NetworkBuilder(new Shape(3)).Build());

    [Fact]
    public void A_layer_belongs_to_one_network() => Says<InvalidOperationException>(
        "This weight already belongs to a network: make a new layer for each network.", () =>
        {
            var layer = new Dense(3, 3);
            Network.Stack(new Shape(3), layer);
            Network.Stack(new Shape(3), layer);
        });

    [Fact]
    public void A_name_given_by_hand_does_not_block_the_names_given_by_count()
    {
        var builder = new NetworkBuilder(new Shape(3));
        builder.Add(new Dense(3, 3), [Node.NetworkInput], "dense2");
        builder.Add(new Dense(3, 3));

        Assert.Equal(2, builder.Build().Nodes.Select(n => n.Name).Distinct().Count());
    }

    [Fact]
    public void Weights_lie_before_what_penalties_leave_alone_and_statistics_last()
    {
        Network network = Network.Stack(new Shape(3), new Dense(3, 4), new BatchNorm(4), new PReluLayer(4), new Dense(4, 2));

        Assert.All(network.Nodes.SelectMany(n => n.Layer.Parameters), p => Assert.Equal(
            p.Role switch { ParameterRole.Weight => 0, ParameterRole.Statistic => 2, _ => 1 },
            p.Offset < network.WeightLength ? 0 : p.Offset < network.LearnedLength ? 1 : 2));
        Assert.Equal(3 * 4 + 4 + 4 + 4 + 1 + 4 * 2 + 2, network.ParameterCount);
    }

    private static void Says(string sentence, Action action) => Says<ArgumentException>(sentence, action);

    private static void Says<T>(string sentence, Action action) where T : Exception
        => Assert.Equal(sentence, Assert.Throws<T>(action).Message);
}
