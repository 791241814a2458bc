using Rectify.Health;
using Rectify.Reports.Runs;

namespace Rectify.Reports.Tests;

/// <summary>Runs made up by hand, in which every number is known.</summary>
internal static class Stories
{
    /// <summary>Two epochs of a network of one layer of three units, of which the second is silent.</summary>
    public static RunStory Small { get; } = new()
    {
        Name = "0001-<moons>",
        Command = "rectify train moons --seed 42",
        Data = "moons",
        Version = "0.1.0",
        Options = [("seed", "42"), ("lr", "0.001")],
        PlannedEpochs = 2,
        TrainingRows = 100,
        ValidationRows = 20,
        StartLoss = 0.8,
        Epochs = [new(1, 4, 0.7, 0.65, 1e-3), new(2, 8, 0.4, 0.5, 1e-3)],
        Weights =
        [
            new(1, "dense1", 0.25, 1e-3), new(1, "dense2", 0.5, 2e-3), new(2, "dense1", double.NaN, 0), new(2, "dense2", 0.125, 4e-3),
        ],
        Portraits = [PortraitOf(0, 0.2f), PortraitOf(2, 0.4f)],
        Start = [new("relu1", 1.5, 1.9, 2)],
        Divergence = null,
        Result = new()
        {
            Task = "classification", Parameters = 17, Epochs = 2, BestEpoch = 2, Stopped = "epochs-done", Seconds = 1.25, Verdict = "ok",
            Metrics = Scores(0.925), Baseline = Scores(0.5), Layers = [new("relu1", "relu", 3, 100, 2, 0, 1, 0, 0)], Findings = [],
        },
        Findings =
        [
            new("dead-units", Severity.Hint, "relu1", 0, 0, 1, 3, "1 of 3 units is <silent>.", "Lower --lr.") { Options = "--lr 1e-4" },
        ],
        Layers =
        [
            new(new("relu1", "relu", 100, [Verdict.Alive, Verdict.Silent, Verdict.Alive], [60, 0, 30], 10, 0.5), [2, -0.25f, 1],
                [0.125f, -0.75f, 0], [1, 0.5, 2], [null, 4, null], new([-2, -1, 0.5f, 1, 2], 0.25)),
        ],
        Part = "test",
        Confusion = new(["cat", "dog"], [[9, 1], [2, 8]]),
        Answers = new(3, [1, 2, 3], [1.5f, 2, 2.5f]),
        Picture = [],
    };

    /// <summary>What is there of it when the process is killed after the first epoch.</summary>
    public static RunStory Killed { get; } = Small with
    {
        Epochs = [Small.Epochs[0]], Result = null, Layers = [], Findings = [], Part = null, Confusion = null, Answers = null,
    };

    /// <summary>As large as reports are promised to be small and quick for.</summary>
    public static RunStory Large(int layers, int units, int epochs)
    {
        Random random = new(1);
        string[] names = [.. Enumerable.Range(1, layers).Select(i => $"relu{i}")];
        return Small with
        {
            Epochs = [.. Enumerable.Range(1, epochs).Select(e => new EpochPoint(e, e * 22, 1.0 / e, 1.1 / e, 1e-3))],
            Portraits = [.. Enumerable.Range(0, epochs).Where(e => e <= 128 || e % 2 == 0).Select(e => new Portrait(e, e * 22,
                [.. names.Select(name => new LayerPortrait(name, 700, RandomRates(random, units), Small.Layers[0].Fan))]))],
            Layers = [.. names.Select(name => new LayerFacts(
                new(name, "relu", 4096, [.. Enumerable.Range(0, units).Select(u => u % 10 == 0 ? Verdict.Silent : Verdict.Alive)],
                    [.. Enumerable.Range(0, units).Select(u => u % 10 == 0 ? 0 : 1 + random.Next(4000))], 0, 0.5),
                [.. Enumerable.Range(0, units).Select(u => (float)random.NextDouble())],
                [.. Enumerable.Range(0, units).Select(u => (float)random.NextDouble())],
                [.. Enumerable.Range(0, units).Select(u => random.NextDouble())], new long?[units], Small.Layers[0].Fan))],
        };
    }

    private static byte[] RandomRates(Random random, int units)
    {
        byte[] rates = new byte[units];
        random.NextBytes(rates);
        return rates;
    }

    private static Portrait PortraitOf(int epoch, float median) => new(epoch, 4 * epoch,
        [new("relu1", 100, [FiringRate.Of(50, 100), FiringRate.Never, FiringRate.Always], new([-2, -1, median, 1, 2], 0.125))]);

    private static Dictionary<string, IReadOnlyDictionary<string, double>> Scores(double accuracy)
        => new() { ["test"] = new Dictionary<string, double> { ["rows"] = 20, ["loss"] = 0.5, ["accuracy"] = accuracy } };
}
