using Rectify.Health;
using Rectify.Training;

namespace Rectify.Tests.Health;

/// <summary>What rules say of evidence that is made for them: where they begin to fire, and every word.</summary>
public sealed class RuleSentenceTests
{
    private const string KeepAGradient = "or keep a gradient on the negative side with --activation leaky-relu.";

    [Theory]
    [InlineData("27,73", true)]
    [InlineData("28,72", false)]
    [InlineData("275,725", false)]
    [InlineData("18,41,41", true)]
    [InlineData("19,40,41", false)]
    [InlineData("0,5", true)]
    [InlineData("100", false)]
    public void Classes_are_imbalanced_where_the_smallest_has_under_55_percent_of_its_even_share(string counts, bool isImbalanced)
        => Assert.Equal(isImbalanced, ImbalancedLabels.IsImbalanced([.. counts.Split(',').Select(int.Parse)]));

    [Fact]
    public void The_smallest_class_is_named_with_its_share()
    {
        Finding finding = Only(new ImbalancedLabels(), new() { Layers = [], Classes = [("b", 3000), ("a", 1000), ("c", 4000)] });

        Assert.Equal("Class a is 1,000 of 8,000 training rows (12.5 %): judge by balanced accuracy.", finding.Message);
        Assert.Equal((Severity.Warning, 1, 3), (finding.Severity, finding.UnitCount, finding.UnitsTotal));
        Assert.Equal((null, 0, 0L), (finding.Layer, finding.Epoch, finding.Step));
    }

    [Fact]
    public void Inputs_are_unscaled_above_a_root_of_3_and_the_largest_is_named()
    {
        InputStatistics inputs = new([Input("a", 3.001), Input("b", 12.345), Input("c", 3)]);
        Finding finding = Only(new InputsUnscaled(), new() { Layers = [], Inputs = inputs });

        Assert.Equal(
            "2 of 3 inputs reach the network unscaled; b has a root mean square of 12.3, where a standardised input has 1.",
            finding.Message);
        Assert.Equal((2, 3), (finding.UnitCount, finding.UnitsTotal));
        Assert.Empty(new InputsUnscaled().Examine(new() { Layers = [], Inputs = new([Input("a", 3)]) }));
    }

    [Theory]
    [InlineData(0.99, true)]
    [InlineData(0.9899, false)]
    [InlineData(1.5, true)]
    [InlineData(double.NaN, false)]
    [InlineData(double.PositiveInfinity, false)]
    public void Nothing_is_learned_where_less_than_1_percent_of_the_constants_loss_is_gained(double loss, bool fires)
        => Assert.Equal(
            fires ? 1 : 0, new NoLearning().Examine(new() { Layers = [], BaselineLoss = 1, ModelLoss = loss }).Count());

    [Fact]
    public void The_loss_that_was_reached_stands_beside_the_constants()
    {
        TrainingEvent.EpochEnded first = new(1, 40, 2, 2, 0, 0.1f, 1, 2, 1);
        TrainingEvent.EpochEnded second = first with { Epoch = 2, Step = 80, BestLoss = 1.23456 };
        HealthEvidence trained = new() { Layers = [], Epochs = [first, second], BaselineLoss = 1.2, LearningRate = 0.125f };
        Finding finding = Only(new NoLearning(), trained);

        Assert.Equal(
            "The lowest loss is 1.2346 after 2 epochs at learning rate 0.125, but always saying the same gives 1.2000: "
            + "the inputs have told the network nothing.",
            finding.Message);
        Assert.Equal((Severity.Error, null, null), (finding.Severity, finding.Epoch, finding.Step));

        // A model alone, without a run.
        finding = Only(new NoLearning(), new() { Layers = [], BaselineLoss = 1.2, ModelLoss = 1.3 });
        Assert.StartsWith("The lowest loss is 1.3000, but always saying the same gives 1.2000: ", finding.Message);
        Assert.Equal((null, null), (finding.Epoch, finding.Step));
    }

    [Theory]
    [InlineData(0.5f, "--lr 0.001")]
    [InlineData(0.02f, "--lr 0.001")]
    [InlineData(0.01f, "--lr 0.001")]
    [InlineData(0.008f, "--lr 0.0008")]
    [InlineData(1e-5f, "--lr 0.000001")]
    public void A_tenth_of_the_learning_rate_is_advised_or_the_default(float rate, string option)
        => Assert.Contains(
            $"Lower the learning rate ({option}), or limit steps with --clip 1.",
            Only(new Diverged(), new() { Layers = [], LearningRate = rate, Divergence = new(2, 34, "dense1", rate, double.NaN) }).Advice);

    [Theory]
    [InlineData(0f)]
    [InlineData(null)]
    public void Without_a_learning_rate_data_are_to_be_looked_at(float? rate)
    {
        HealthEvidence evidence = new() { Layers = [], LearningRate = rate, Divergence = new(2, 34, "dense1", 0, double.NaN) };
        Finding finding = Only(new Diverged(), evidence);

        Assert.Equal("The loss stopped being a finite number in epoch 2, step 34; dense1 shows it first.", finding.Message);
        Assert.Equal(("dense1", 2, 34L), (finding.Layer, finding.Epoch, finding.Step));
        Assert.Equal("Look for extreme values in the data, and scale inputs with --scale standard.", finding.Advice);
    }

    [Theory]
    [InlineData("0,0,3,5", " 2 of them were silent from the start. 2 fell silent in epochs 3 to 5.", 0, true)]
    [InlineData("0,0,0,0", " 4 of them were silent from the start.", 0, false)]
    [InlineData("4,4,4,4", " 4 fell silent in epoch 4.", 4, true)]
    [InlineData("", "", null, false)]
    public void It_is_told_since_when_units_are_silent(string since, string trend, int? first, bool blamesTheRate)
    {
        long?[] steps = [.. since.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(epoch => (long?)10 * int.Parse(epoch))];
        HealthEvidence evidence = new()
        {
            Layers = [Layer(silent: 4, units: 5)],
            StepsPerEpoch = 10,
            SilentSince = new Dictionary<string, long?[]> { ["relu1"] = [.. steps, .. new long?[5 - steps.Length]] },
            LearningRate = 0.005f,
        };
        Finding finding = Only(new DeadUnits(), evidence);

        Assert.Equal(
            $"4 of 5 units passed no gradient on any of 1,000 rows; each is active on under 0.3 % of such rows (at 95 %).{trend}",
            finding.Message);
        string start = blamesTheRate
            ? "Lower the learning rate (--lr 0.0005), or limit steps (--clip 1); " : "Start with --init he and --scale standard; ";
        Assert.Equal(start + KeepAGradient, finding.Advice);
        Assert.Equal(("relu1", first, null, 4, 5), (finding.Layer, finding.Epoch, finding.Step, finding.UnitCount, finding.UnitsTotal));
    }

    [Fact]
    public void Units_that_are_silent_before_the_first_step_are_born_dead()
    {
        HealthEvidence evidence = new() { Layers = [], LayersAtStart = [Layer(silent: 0, units: 3), Layer(silent: 1, units: 4)] };
        Finding finding = Only(new BornDead(), evidence);

        Assert.Equal(
            "1 of 4 units were silent before the first step: none of 1,000 rows activates them, so no gradient reaches their weights.",
            finding.Message);
        Assert.Equal((Severity.Hint, "relu1", 0, 0L), (finding.Severity, finding.Layer, finding.Epoch, finding.Step));
    }

    [Fact]
    public void Two_classes_with_rows_are_not_constant()
    {
        Assert.Empty(new ConstantLabels().Examine(new() { Layers = [], Classes = [("a", 1), ("b", 1), ("c", 0)] }));
        Assert.Empty(new ConstantLabels().Examine(new() { Layers = [] }));
    }

    private static InputStatistics.Input Input(string name, double root) => new(name, root, Deviation: 1, OutlierVariance: 0, Farthest: 0);

    private static Finding Only(IHealthRule rule, HealthEvidence evidence) => Assert.Single(rule.Examine(evidence));

    private static LayerCensus Layer(int silent, int units)
    {
        Verdict[] verdicts = [.. Enumerable.Range(0, units).Select(i => i < silent ? Verdict.Silent : Verdict.Alive)];
        return new("relu1", "relu", 1000, verdicts, new int[units], 0, 0);
    }
}
