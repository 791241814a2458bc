using Rectify.Activations;
using Rectify.Kernels;
using Rectify.Layers;
using Rectify.Networks;

namespace Rectify.Tests.Layers;

public sealed class GradientTests
{
    // Single precision: the difference quotient itself is off by about 1e-3 here.
    private const double Tolerance = 5e-3;

    public static TheoryData<string, Shape> LayersOfOneInput => new(LayerExamples.All);
    public static TheoryData<string> Activations => [.. ActivationCatalog.All.Select(e => e.Info.Name)];

    [Theory]
    [MemberData(nameof(LayersOfOneInput))]
    public void A_layer_between_two_that_learn_passes_the_gradients_of_finite_differences(string text, Shape input)
    {
        Network network = LayerExamples.Between(text, input, outputs: 2);

        Assert.InRange(new GradientCheck(network, batchSize: 5).WorstError(), 0, Tolerance);
    }

    [Theory]
    [MemberData(nameof(Activations))]
    public void Every_activation_as_a_layer_passes_the_gradients_of_finite_differences(string name)
    {
        Network network = Network.Stack(new Shape(3), new Dense(3, 4), ActivationLayers.Create(Activation.Parse(name), 4), new Dense(4, 2));

        Assert.InRange(new GradientCheck(network, batchSize: 5).WorstError(2e-3f), 0, Tolerance);
    }

    [Fact]
    public void A_residual_sum_adds_up_the_gradients_of_both_ways()
    {
        var builder = new NetworkBuilder(new Shape(3));
        int trunk = builder.Add(new Dense(3, 4), [Node.NetworkInput]);
        int branch = builder.Add(new ActivationLayer("elu"), [trunk]);
        branch = builder.Add(new Dense(4, 4), [branch]);
        builder.Add(new Add(), [trunk, branch]);
        Network network = builder.Add(new Dense(4, 2)).Build();

        Assert.InRange(new GradientCheck(network, batchSize: 3).WorstError(), 0, Tolerance);
    }

    [Fact]
    public void A_concatenation_of_three_gives_each_its_own_part_of_the_gradient()
    {
        var builder = new NetworkBuilder(new Shape(3));
        int a = builder.Add(new Dense(3, 2), [Node.NetworkInput]);
        int b = builder.Add(new ActivationLayer("tanh"), [a]);
        int c = builder.Add(new Dense(3, 5), [Node.NetworkInput]);
        builder.Add(new Concat(), [a, b, c]);
        Network network = builder.Add(new Dense(9, 2)).Build();

        Assert.InRange(new GradientCheck(network, batchSize: 3).WorstError(), 0, Tolerance);
    }

    [Fact]
    public void A_block_of_dense_normalization_activation_and_dropout_passes_too()
    {
        Network network = Network.Stack(
            new Shape(4),
            new Dense(4, 6), new BatchNorm(6), new ActivationLayer("gelu"), new Dropout(0.5f),
            new Dense(6, 5), new ActivationLayer("relu"), new Dense(5, 2));

        Assert.InRange(new GradientCheck(network, batchSize: 8).WorstError(2e-3f), 0, Tolerance);
    }

    [Theory]
    [MemberData(nameof(LayersOfOneInput))]
    public void The_text_of_a_layer_reads_back_as_the_same_layer(string text, Shape _)
        => Assert.Equal(LayerCatalog.Parse(text).Text, LayerCatalog.Parse(LayerCatalog.Parse(text).Text).Text);
}
