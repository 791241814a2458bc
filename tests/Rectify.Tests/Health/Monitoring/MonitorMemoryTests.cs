using Rectify.Health;
using Rectify.Training;

namespace Rectify.Tests.Health;

public sealed class MonitorMemoryTests
{
    [Fact]
    public void What_is_written_is_read_back_each_number_in_its_place()
    {
        HealthLook look = new(Epoch: 1, Step: 2, LearningRate: 0.3f,
            [new("relu1", Units: 4, Silent: 5, Saturated: 6, DeadRows: 7, Zeros: 0.8, Mean: 0.9, Variance: double.PositiveInfinity)],
            [
                new("dense1", IsHidden: true, GradientSize: 1.1, UpdateRatio: 1.2, Size: 1.3, PenaltyRatio: 1.4),
                new("dense2", IsHidden: false, GradientSize: double.NaN, UpdateRatio: 2.2, Size: 2.3, double.NegativeInfinity),
            ]);
        TrainingEvent.EpochEnded epoch = new(Epoch: 1, Step: 2, TrainingLoss: 3.1, ValidationLoss: 4.1, Penalty: 5.1, LearningRate: 0.6f,
            BestEpoch: 7, BestLoss: 8.1, Seconds: 9.1);
        SilentUnitDates silent = new();
        silent.Restore(
            new Dictionary<string, long?[]> { ["relu1"] = [1, null, 3_000_000_000] },
            new Dictionary<string, long?[]> { ["relu1"] = [1, null, null], ["relu2"] = [] });
        FindingDates dates = new();
        dates.Restore(
            [(("dead-units", "relu1"), (3, 4_000_000_000)), (("no-learning", null), (5, 6))],
            [
                new("dead-units", Severity.Error, "relu1", 11, 12, 13, 14, "Message.", "Advice.") { Options = "--lr 1" },
                new("no-learning", Severity.Warning, null, null, null, 0, 0, "Other message.", "Other advice."),
            ]);

        MonitorMemory read = MonitorMemory.Read(new MonitorMemory([look, look with { Step = 3 }], [epoch], silent, dates).Write());

        Assert.Equal([2L, 3L], read.Looks.Select(l => l.Step));
        Assert.Equal(look with { Units = [], Weights = [] }, read.Looks[0] with { Units = [], Weights = [] });
        Assert.Equal(look.Units, read.Looks[0].Units);
        Assert.Equal(look.Weights, read.Looks[0].Weights);
        Assert.Equal([epoch], read.Epochs);
        Assert.Equal(silent.Now, read.Silent.Now);
        Assert.Equal(silent.OfBest, read.Silent.OfBest);
        Assert.Equal(dates.Open, read.Dates.Open);
        Assert.Equal(dates.Told, read.Dates.Told);
    }
}
