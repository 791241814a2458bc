using Rectify.Data;
using Rectify.Health;
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
        Network network = Network.Stack(new Rectify.Kernels.Shape(1), new Dense(1, 2), new ActivationLayer("relu"), new Dense(2, 1));
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
}
