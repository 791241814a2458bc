using Rectify.Data;
using Rectify.Health;
using Rectify.Kernels;
using Rectify.Layers;
using Rectify.Networks;
using Rectify.Tests.Training;
using Rectify.Training;

namespace Rectify.Tests.Health;

public sealed class HealthMonitorTests
{
    [Fact]
    public void When_units_fell_silent_is_told_of_the_weights_that_are_kept()
    {
        // One input of 1 and two units: a bias of −2 silences one.
        Network network = Network.Stack(new Shape(1), new Dense(1, 2), new ActivationLayer("relu"), new Dense(2, 1));
        Parameter weight = network.Nodes[0].Layer.Parameters[0], bias = network.Nodes[0].Layer.Parameters[1];
        weight.Value.Fill(1);
        var monitor = new HealthMonitor(network, new ArraySource([1, 1], [3, 3], 1), seed: 1);

        // At learning rate 0 nothing moves but what the observer before the monitor moves.
        TrainingPlan plan = new() { Loss = new SquaredError(), LearningRate = 0, Epochs = 3, BatchSize = 2, Threads = 1 };
        Listener hand = new(e =>
        {
            if (e is TrainingEvent.Stepped { Step: 1 }) { bias.Value[0] = -2; }
            if (e is TrainingEvent.Stepped { Step: 2 }) { bias.Value[1] = -2; }
        });
        new Trainer(network, plan).Fit(new ArraySource([1, 1], [3, 3], 1), null, [hand, monitor]);

        HealthEvidence evidence = monitor.Evidence;
        Assert.Equal([Verdict.Silent, Verdict.AlwaysOn], evidence.Layers[0].Verdicts);
        Assert.Equal([1, null], evidence.SilentSince["relu1"]);
    }

    [Fact]
    public void The_first_look_is_before_the_first_step_and_what_is_silent_there_was_so_from_the_start()
    {
        Network network = Network.Stack(new Shape(1), new Dense(1, 2), new ActivationLayer("relu"), new Dense(2, 1));
        network.Nodes[0].Layer.Parameters[0].Value.Fill(1);
        network.Nodes[0].Layer.Parameters[1].Value[0] = -2;
        ArraySource rows = new([1, 1], [3, 3], 1);
        var monitor = new HealthMonitor(network, rows, seed: 1);
        new Trainer(network, new TrainingPlan { Loss = new SquaredError(), Epochs = 0, Threads = 1 }).Fit(rows, null, [monitor]);

        HealthLook look = Assert.Single(monitor.Looks);
        Assert.Equal((0, 0L, 0f), (look.Epoch, look.Step, look.LearningRate));
        Assert.Equal((2, 1), (look.Units[0].Units, look.Units[0].Silent));
        Assert.Empty(look.Weights);
        Assert.Equal([0, null], monitor.Evidence.SilentSince["relu1"]);
        Assert.Equal((1, 2), monitor.Silent);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Dropout_is_not_looked_through_but_normalization_is_as_in_training(bool normalizes)
    {
        // Every input is 1: without dropout there is nothing to tell rows apart.
        Layer[] layers = [new Dropout(0.5f), new Dense(8, 4), new ActivationLayer("relu"), new Dense(4, 1)];
        if (normalizes) { layers[0] = new BatchNorm(8); }
        Network network = Network.Stack(new Shape(8), layers);
        network.Initialize(Initializer.Parse("he"), seed: 1);
        float[] values = new float[64 * 8];
        if (normalizes) { new Philox(1, RandomPurpose.SyntheticData).FillNormal(values); }
        for (int i = 0; i < values.Length; i++) { values[i] = 1 + 1000 * values[i]; }
        ArraySource rows = new(values, new float[64], 8);
        var monitor = new HealthMonitor(network, rows, seed: 1);
        new Trainer(network, new TrainingPlan { Loss = new SquaredError(), Epochs = 0, Threads = 1 }).Fit(rows, null, [monitor]);

        // Over rows a unit's pre-activation is constant; over units it is not. Normalized, a thousand is 1.
        LayerCensus start = Assert.Single(monitor.Evidence.LayersAtStart);
        if (normalizes) { Assert.InRange(monitor.Looks[0].Units[0].Variance, 0.5, 8); }
        else { Assert.All(start.ActiveRows, active => Assert.True(active is 0 or 64, $"active on {active} of 64 equal rows")); }
    }
}
