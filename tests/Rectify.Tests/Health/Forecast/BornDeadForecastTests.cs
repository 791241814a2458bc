using Rectify.Activations;
using Rectify.Data;
using Rectify.Health;
using Rectify.Kernels;
using Rectify.Layers;
using Rectify.Networks;

namespace Rectify.Tests.Health;

public sealed class BornDeadForecastTests
{
    // One input of both signs: without biases every positive input is like every other, and every negative one.
    private static readonly ArraySource BothSigns = new([-1, 1], [0, 0], 1);

    /// <summary>Width, layers, probability: 5/32 by counting the signs of weights, the others as published, drawn elsewhere.</summary>
    public static TheoryData<int, int, double> Known => new()
    {
        { 2, 2, 5 / 32.0 }, { 2, 3, 0.342 }, { 2, 5, 0.623 }, { 2, 10, 0.911 }, { 2, 20, 0.995 },
        { 3, 2, 0.043 }, { 3, 3, 0.119 }, { 3, 5, 0.293 }, { 3, 10, 0.632 }, { 3, 20, 0.904 },
        { 5, 2, 0.003 }, { 5, 3, 0.011 }, { 5, 5, 0.041 }, { 5, 10, 0.154 }, { 5, 20, 0.377 },
        { 8, 2, 0.0001 }, { 8, 3, 0.0003 }, { 8, 5, 0.0015 }, { 8, 10, 0.010 }, { 8, 20, 0.039 },
    };

    [Theory]
    [MemberData(nameof(Known))]
    public void Narrow_and_deep_rectifiers_are_born_dead_as_often_as_is_known(int width, int layers, double probability)
    {
        Proportion found = Forecast(Rectifiers(width, layers), "he-normal").Probability;

        Assert.InRange(found.Total, 1000, 2000);
        double error = Math.Sqrt(probability * (1 - probability) / found.Total);
        Assert.InRange(found.Value, probability - 4 * error - 5e-4, probability + 4 * error + 5e-4);
        Assert.InRange(found.Value, found.Low, found.High);
    }

    [Fact]
    public void A_gradient_on_the_negative_side_keeps_them_alive()
    {
        NetworkDesign design = new() { Hidden = [2, 2, 2, 2], Activation = Activation.Parse("leaky-relu") };
        Assert.Equal(0, Forecast(design.Build(1, 1), "he").Probability.Count);
    }

    [Fact]
    public void Biases_are_those_of_the_start()
    {
        BornDeadForecast forecast = Forecast(new NetworkDesign { Hidden = [4], Bias = -100 }.Build(1, 1), "he");
        Assert.Equal((1.0, true), (forecast.Probability.Value, forecast.IsThisOne));
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(1, false)]
    public void The_start_itself_is_looked_at_too(float weight, bool isDead)
    {
        // The first unit puts out 0 or 1, which a weight below 0 makes silence of.
        Network network = Network.Stack(
            new Shape(1), new Dense(1, 1), new ActivationLayer("relu"), new Dense(1, 1), new ActivationLayer("relu"), new Dense(1, 1));
        network.Nodes[0].Layer.Parameters[0].Value.Fill(1);
        network.Nodes[2].Layer.Parameters[0].Value.Fill(weight);
        float[] before = network.Row.ToArray();

        Assert.Equal(isDead, Forecast(network, "he").IsThisOne);
        Assert.Equal(before, network.Row);
    }

    [Fact]
    public void A_silent_branch_is_no_death_where_there_is_another_way()
    {
        var builder = new NetworkBuilder(new Shape(1));
        int trunk = builder.Add(new Dense(1, 2), [Node.NetworkInput]);
        int branch = builder.Add(new Dense(2, 2, bias: -100), [trunk]);
        branch = builder.Add(new ActivationLayer("relu"), [branch]);
        builder.Add(new Add(), [trunk, branch]);

        BornDeadForecast forecast = Forecast(builder.Add(new Dense(2, 1)).Build(), "he");
        Assert.Equal((0, false), (forecast.Probability.Count, forecast.IsThisOne));
    }

    [Fact]
    public void The_same_seed_foresees_the_same_and_another_one_draws_others()
    {
        Network network = Rectifiers(3, 5);
        Assert.Equivalent(Forecast(network, "he", seed: 7), Forecast(network, "he", seed: 7), strict: true);
        Assert.NotEqual(Forecast(network, "he", seed: 7).Probability, Forecast(network, "he", seed: 8).Probability);
    }

    [Fact]
    public void An_end_that_was_asked_for_ends_it()
        => Assert.Throws<OperationCanceledException>(() => BornDeadForecast.Of(
            Rectifiers(2, 2), Initializer.Parse("he"), BothSigns, seed: 1, new CancellationToken(canceled: true)));

    private static Network Rectifiers(int width, int layers)
    {
        Network network = new NetworkDesign { Hidden = [.. Enumerable.Repeat(width, layers)] }.Build(1, 1);
        network.Initialize(Initializer.Parse("he"), seed: 1);
        return network;
    }

    private static BornDeadForecast Forecast(Network network, string initializer, ulong seed = 1)
        => BornDeadForecast.Of(network, Initializer.Parse(initializer), BothSigns, seed);
}
