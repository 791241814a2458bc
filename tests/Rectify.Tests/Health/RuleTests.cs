using Rectify.Data;
using Rectify.Health;
using Rectify.Networks;
using Rectify.Tests.Data;
using Rectify.Training;

namespace Rectify.Tests.Health;

public sealed class RuleTests
{
    private static readonly Table Moons = SyntheticData.Make("moons", seed: 1, count: 300);

    [Theory]
    [InlineData("moons")]
    [InlineData("circles")]
    [InlineData("blobs")]
    [InlineData("spirals")]
    public void A_healthy_run_with_the_defaults_is_ok(string name)
        => IsOk(Watched.Train(SyntheticData.Make(name, seed: 1), "class", new TrainOptions()));

    [Fact]
    public void So_is_one_on_iris() => IsOk(Watched.Train(SharedData.Read("iris.csv"), Table.LastColumn, new TrainOptions()));

    [Fact]
    public void Biases_of_minus_3_are_born_dead()
    {
        TrainOptions options = new() { Design = new NetworkDesign { Hidden = [32], Bias = -3 }, Epochs = 3 };
        HealthReport report = Watched.Train(Moons, "class", options);

        Finding born = report.Findings.First(f => f.Rule == "born-dead"), dead = report.Findings.First(f => f.Rule == "dead-units");
        Assert.Equal(("error", Severity.Warning, "relu1", 32), (report.Verdict, born.Severity, born.Layer, born.UnitsTotal));
        Assert.InRange(born.UnitCount, 16, 32);
        Assert.StartsWith($"{born.UnitCount} of 32 units were silent before the first step: none of 210 rows", born.Message);
        Assert.Equal(0, dead.Epoch);
        Assert.Contains("each is active on under 1.4 % of such rows (at 95 %).", dead.Message);
    }

    [Fact]
    public void A_huge_learning_rate_kills_units_that_were_alive()
    {
        TrainOptions options = new() { Design = new NetworkDesign { Hidden = [32, 32] }, LearningRate = 5, Epochs = 20 };
        HealthReport report = Watched.Train(Moons, "class", options);

        Finding dead = report.Findings.First(f => f.Rule == "dead-units");
        Assert.True(dead.Severity > Severity.Hint);
        Assert.NotEqual("ok", report.Verdict);
        Assert.InRange(dead.Epoch!.Value, 1, 20);
        Assert.Equal((dead.UnitCount, dead.UnitsTotal), (report.Layers.Single(l => l.Layer == dead.Layer).Count(Verdict.Silent), 32));
        Assert.StartsWith("Lower the learning rate (--lr 0.001), or limit steps (--clip 1)", dead.Advice);
    }

    [Fact]
    public void A_learning_rate_of_almost_nothing_learns_nothing()
    {
        Finding finding = Find("no-learning", Moons, "class", new TrainOptions { LearningRate = 1e-12f, Epochs = 3 });

        Assert.Equal(Severity.Error, finding.Severity);
        Assert.Contains("after 3 epochs at learning rate 1E-12, but always saying the same gives 0.693", finding.Message);
    }

    [Fact]
    public void Softmax_over_one_unit_is_named_for_what_it_is()
        => Assert.Equal(Severity.Error, Find("output-layer", Moons, "class", new TrainOptions { OutputUnits = 1, Epochs = 3 }).Severity);

    [Fact]
    public void Steps_far_too_large_diverge_and_the_layer_is_named()
    {
        Finding finding = Find("diverged", Moons, "x", new TrainOptions { Optimizer = new Sgd(), LearningRate = 1e20f, Epochs = 3 });

        Assert.Equal(Severity.Error, finding.Severity);
        Assert.StartsWith("The loss stopped being a finite number in epoch 1, step ", finding.Message);
        Assert.NotNull(finding.Layer);
        Assert.Equal("Lower the learning rate (--lr 0.001), or limit steps with --clip 1.", finding.Advice);
    }

    [Fact]
    public void Inputs_in_the_thousands_are_unscaled()
    {
        Table wide = new("wide",
            new NumberColumn("income", [.. Enumerable.Range(0, 100).Select(i => 1000f + i * 37 % 101)]),
            new NumberColumn("share", [.. Enumerable.Range(0, 100).Select(i => i * 29 % 50 / 50f)]),
            new CategoryColumn("class", Enumerable.Range(0, 100).Select(i => i * 37 % 101 > 50 ? "a" : "b")));
        Finding finding = Find("inputs-unscaled", wide, "class", new TrainOptions { Scaling = Scaling.None, Epochs = 2 });

        Assert.Equal((Severity.Warning, 1, 2), (finding.Severity, finding.UnitCount, finding.UnitsTotal));
        Assert.Contains("1 of 2 inputs reach the network unscaled; income has a root mean square of 1", finding.Message);
        Assert.DoesNotContain(Watched.Train(wide, "class", new TrainOptions { Epochs = 2 }).Findings, f => f.Rule == "inputs-unscaled");
    }

    [Fact]
    public void A_class_of_a_tenth_of_the_rows_is_imbalanced()
    {
        Finding finding = Find("imbalanced-labels", Labelled(everyNth: 10), "class", new TrainOptions { Epochs = 2 });

        Assert.Equal((Severity.Warning, 1, 2), (finding.Severity, finding.UnitCount, finding.UnitsTotal));
        Assert.StartsWith("Class rare is 14 of 140 training rows (10.0 %)", finding.Message);
        HealthReport even = Watched.Train(Labelled(everyNth: 2), "class", new TrainOptions { Epochs = 2 });
        Assert.DoesNotContain(even.Findings, f => f.Rule == "imbalanced-labels");
    }

    [Fact]
    public void Findings_come_root_cause_first()
    {
        TrainOptions options = new() { Design = new NetworkDesign { Hidden = [16], Bias = -20 }, Epochs = 2, LearningRate = 1e-12f };
        HealthReport report = Watched.Train(Labelled(everyNth: 10), "class", options);

        Assert.Equal(
            ["born-dead", "update-ratio", "dead-units", "no-learning", "imbalanced-labels"], report.Findings.Select(f => f.Rule));
        Assert.Equal(
            [
                "constant-labels", "output-layer", "wrong-loss", "inputs-constant", "inputs-unscaled", "inputs-outliers", "born-dead",
                "initial-variance", "diverged", "update-ratio", "vanishing-gradient", "exploding-gradient", "saturation", "dead-units",
                "oscillating-loss", "no-learning", "imbalanced-labels", "slow-learning", "overfitting",
            ],
            RuleCatalog.All.Select(r => r.Id));
    }

    [Fact]
    public void Watching_a_run_changes_no_bit_of_it()
    {
        TrainOptions options = new() { Design = new NetworkDesign { Hidden = [8], Dropout = 0.2f }, Epochs = 3, Threads = 1 };
        TableTraining alone = new(Moons, "class", options), watched = new(Moons, "class", options);
        alone.Run();
        watched.Run([new HealthMonitor(watched)]);

        Assert.Equal(alone.Model.Network.Row.ToArray(), watched.Model.Network.Row.ToArray());
    }

    private static Finding Find(string rule, Table table, string target, TrainOptions options)
        => Assert.Single(Watched.Train(table, target, options).Findings, f => f.Rule == rule);

    private static void IsOk(HealthReport report) => Assert.Equal("ok", report.Verdict);

    private static Table Labelled(int everyNth) => new(
        "labelled",
        new NumberColumn("x", [.. Enumerable.Range(0, 200).Select(i => i * 13 % 31 + 0.5f)]),
        new CategoryColumn("class", Enumerable.Range(0, 200).Select(i => i % everyNth == 0 ? "rare" : "usual")));
}
