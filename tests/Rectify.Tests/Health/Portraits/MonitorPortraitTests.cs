using Rectify.Data;
using Rectify.Health;
using Rectify.Layers;
using Rectify.Networks;
using Rectify.Tests.Training;
using Rectify.Training;

namespace Rectify.Tests.Health.Portraits;

public sealed class MonitorPortraitTests
{
    // One input of ±1: a unit is active on half of the rows, one is silent by its bias, one is on always by its own.
    private static readonly ArraySource Rows = new([1, -1, 1, -1], [0, 0, 0, 0], 1);
    private static readonly TrainingPlan Still = new()
    {
        Loss = new SquaredError(), LearningRate = 0, Epochs = 3, BatchSize = 2, Threads = 1,
    };

    [Fact]
    public void A_portrait_says_how_often_each_unit_fired_and_what_went_into_it()
    {
        (HealthMonitor monitor, Network network) = Watch();
        List<Portrait> portraits = [];
        monitor.Portrayed += portraits.Add;
        new Trainer(network, Still).Fit(Rows, null, [monitor]);

        Assert.Equal([0, 1, 2], portraits.Select(p => p.Epoch));
        Assert.All(portraits, portrait =>
        {
            LayerPortrait layer = Assert.Single(portrait.Layers);
            Assert.Equal(4, layer.Rows);
            Assert.Equal([FiringRate.Of(2, 4), FiringRate.Never, FiringRate.Always], layer.Rates);

            // ±1, −2 ± 1 and 2 ± 1.
            Assert.Equal(0, layer.Fan.Quantiles[2]);
            Assert.Equal(0, layer.Fan.Zeros);
        });
    }

    [Fact]
    public void The_end_tells_of_each_unit_why_it_is_silent()
    {
        (HealthMonitor monitor, Network network) = Watch();
        new Trainer(network, Still).Fit(Rows, null, [monitor]);
        LayerFacts layer = Assert.Single(monitor.Layers);
        Assert.Equal([Verdict.Alive, Verdict.Silent, Verdict.AlwaysOn], layer.Census.Verdicts);
        Assert.Equal([1, -1, 3], layer.LargestPreActivations);
        Assert.Equal([0, -2, 2], layer.Biases);
        Assert.Equal([1, 1, 1], layer.WeightNorms);
        Assert.Equal([null, 0, null], layer.SilentSince);
    }

    [Fact]
    public void A_run_that_goes_on_tells_neither_its_start_nor_its_epochs_again()
    {
        (HealthMonitor first, Network network) = Watch();
        string path = Path.GetTempFileName();
        Listener keep = new(e => { if (e is TrainingEvent.CheckpointReached c) { c.Checkpoint.Save(path); } });
        new Trainer(network, Still with { Epochs = 1 }).Fit(Rows, null, [first, keep]);

        (HealthMonitor second, Network again) = Watch();
        List<int> epochs = [];
        second.Portrayed += portrait => epochs.Add(portrait.Epoch);
        new Trainer(again, Still).Fit(Rows, null, [second], default, Checkpoint.Load(path));
        File.Delete(path);
        Assert.Equal([2], epochs);
    }

    private static (HealthMonitor Monitor, Network Network) Watch()
    {
        Network network = Network.Stack(new Rectify.Kernels.Shape(1), new Dense(1, 3), new ActivationLayer("relu"), new Dense(3, 1));
        IReadOnlyList<Parameter> parameters = network.Nodes[0].Layer.Parameters;
        parameters[0].Value.Fill(1);
        ((ReadOnlySpan<float>)[0, -2, 2]).CopyTo(parameters[1].Value);
        return (new(network, Rows, seed: 1), network);
    }
}
