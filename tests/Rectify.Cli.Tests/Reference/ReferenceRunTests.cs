using Rectify.Cli.Settings;
using Rectify.Kernels;
using Rectify.Training;

namespace Rectify.Cli.Tests.Reference;

/// <summary>The same seed gives the same bits: today as yesterday, twice, and at any number of threads.</summary>
public sealed class ReferenceRunTests
{
    // They say how long a run lasts.
    private static readonly string[] WithoutBits = ["--patience", "--max-time"];

    public static TheoryData<string> Runs => [.. ReferenceRuns.All.Select(run => run.Name)];

    [Theory]
    [MemberData(nameof(Runs))]
    public void A_reference_run_gives_the_bits_it_always_gave(string name)
    {
        Assert.InRange(Elementwise.Width, 1, RegisterWidthTests.MostLanes);
        ReferenceRun run = ReferenceRuns.Find(name);
        Assert.Equal(run.Hash, run.Train());
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void It_gives_them_again_and_at_any_number_of_threads(string name)
    {
        ReferenceRun run = ReferenceRuns.Find(name);
        Assert.All(["1", "1", "2", "3", "8"], threads => Assert.Equal(run.Hash, run.Train("--threads", threads)));
    }

    [Fact]
    public void Every_optimizer_and_every_loss_is_in_a_reference_run()
    {
        Assert.All(OptimizerCatalog.All, optimizer => Assert.Contains(ReferenceRuns.All, run => run.Says($"--optimizer {optimizer.Name}")));
        Assert.All(LossCatalog.All, loss => Assert.Contains(ReferenceRuns.All, run => run.Says($"--loss {loss.Name}")));
    }

    [Fact]
    public void Every_schedule_is_in_one_with_warmup_and_in_one_without() => Assert.All(Schedule.All, schedule =>
    {
        ReferenceRun[] runs = [.. ReferenceRuns.All.Where(run => run.Says($"--schedule {schedule.Name}"))];
        Assert.Contains(runs, run => run.Says("--warmup"));
        Assert.Contains(runs, run => !run.Says("--warmup"));
    });

    [Fact]
    public void Every_setting_of_networks_and_of_learning_is_in_one()
        => Assert.All(
            NetworkSettings.All.Concat(LearningSettings.All).Select(setting => setting.Name).Except(WithoutBits),
            name => Assert.Contains(ReferenceRuns.All, run => run.Says(name)));
}
