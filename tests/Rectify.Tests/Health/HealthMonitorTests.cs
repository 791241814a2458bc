using Rectify.Data;
using Rectify.Health;
using Rectify.Layers;
using Rectify.Networks;
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
        var monitor = new HealthMonitor(network, new ArraySource([1, 1], [0, 0], 1), seed: 1);

        monitor.On(new TrainingEvent.Started(3, 1, 2, 0, double.NaN));
        bias.Value[0] = -2;
        monitor.On(Epoch(1, best: 1));
        bias.Value[1] = -2;
        monitor.On(Epoch(2, best: 1));
        bias.Value[1] = 0;
        monitor.On(new TrainingEvent.Ended(StopReason.EarlyStop, 2, 1, 1));

        HealthEvidence evidence = monitor.AddTo(new HealthEvidence { Layers = [] });
        Assert.Equal([Verdict.Silent, Verdict.AlwaysOn], evidence.Layers[0].Verdicts);
        Assert.Equal([1, null], evidence.SilentSince["relu1"]);
    }

    private static TrainingEvent.EpochEnded Epoch(int epoch, int best) => new(epoch, epoch, 1, 1, 0, 0.1f, best, 1, 1);
}
