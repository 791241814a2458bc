using Rectify.Kernels;
using Rectify.Layers;
using Rectify.Networks;
using Rectify.Training;

namespace Rectify.Tests.Training;

public sealed class PenaltyTests
{
    public static TheoryData<string> LayersThatLearn
        => [.. LayerCatalog.All.Select(e => e.Example).Where(t => LayerCatalog.Parse(t).Parameters.Count > 0)];

    [Theory]
    [MemberData(nameof(LayersThatLearn))]
    public void Penalties_touch_weights_and_nothing_else(string layer)
    {
        Shape input = LayerCatalog.All.Single(e => e.Example == layer).ExampleInput;
        Network network = Network.Stack(input, LayerCatalog.Parse(layer));
        foreach (Parameter parameter in network.Nodes[0].Layer.Parameters) { parameter.Value.Fill(0.5f); }
        StepWithoutGradient(new Sgd(), network, new Penalties(L1: 0.1f, L2: 0.2f));

        Assert.All(network.Nodes[0].Layer.Parameters, p => Assert.Equal(
            p.Role == ParameterRole.Weight ? 0.5f - 0.1f * (0.1f + 0.2f * 0.5f) : 0.5f, p.Value[0], 1e-7f));
    }

    [Fact]
    public void L1_pulls_by_the_sign_and_leaves_zero_alone() => Moves(new Sgd(), new Penalties(2, 0), [1, -1, 0], [0.8f, -0.8f, 0]);

    [Fact]
    public void L2_pulls_by_the_weight() => Moves(new Sgd(), new Penalties(0, 2), [1, -2, 0], [0.8f, -1.6f, 0]);

    [Fact]
    public void Decoupled_decay_shrinks_by_the_learning_rate_times_its_share()
        => Moves(new Adam(decoupledDecay: true), new Penalties(0, 2), [1, -2, 0], [0.8f, -1.6f, 0]);

    [Fact]
    public void A_scaled_gradient_does_not_scale_the_penalty()
    {
        Network network = Network.Stack(new Shape(1), new Dense(1, 1));
        network.Row[0] = 1;
        var sgd = new Sgd();
        OptimizerState state = new(network, Workers.Single);
        float[] gradients = new float[network.LearnedLength];
        gradients[0] = 8;
        sgd.Step(state, gradients, learningRate: 0.1f, gradientScale: 0.25f, new Penalties(0, 1));

        Assert.Equal(1 - 0.1f * (2 + 1), network.Row[0], 1e-7f);
    }

    private static void Moves(Optimizer optimizer, Penalties penalties, float[] before, float[] after)
    {
        Network network = Network.Stack(new Shape(1), new Dense(1, 3));
        before.CopyTo(network.Row);
        StepWithoutGradient(optimizer, network, penalties);

        Assert.Equal(after, network.Row[..3].ToArray());
    }

    private static void StepWithoutGradient(Optimizer optimizer, Network network, Penalties penalties)
    {
        OptimizerState state = new(network, Workers.Single);
        optimizer.Step(state, new float[network.LearnedLength], learningRate: 0.1f, gradientScale: 1, penalties);
    }
}
