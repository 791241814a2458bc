using Rectify.Health;

namespace Rectify.Tests.Health;

/// <summary>Rules about loss curves: no-learning, oscillating-loss, slow-learning, overfitting.</summary>
public sealed class LossRuleTests
{
    private static readonly double[] Falling = [1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2];

    [Theory]
    [InlineData(0.99, true)]
    [InlineData(0.9899, false)]
    [InlineData(1.5, true)]
    [InlineData(double.NaN, false)]
    [InlineData(double.PositiveInfinity, false)]
    public void Nothing_is_learned_where_less_than_1_percent_of_the_constants_loss_is_gained(double loss, bool fires)
        => Assert.Equal(
            fires ? 1 : 0, new NoLearning().Examine(Evidence.None with { BaselineLoss = 1, ModelLoss = loss }).Count());

    [Fact]
    public void The_loss_that_was_reached_stands_beside_the_constants()
    {
        HealthEvidence trained = Evidence.None with
        {
            Epochs = Evidence.Epochs([2, 1.23456]), BaselineLoss = 1.2, LearningRate = 0.125f,
        };
        Finding finding = Assert.Single(new NoLearning().Examine(trained));

        Assert.Equal(
            "The lowest loss is 1.2346 after 2 epochs at learning rate 0.125, but always saying the same gives 1.2000: "
            + "the inputs have told the network nothing.",
            finding.Message);
        Assert.Equal((Severity.Error, null, null, null), (finding.Severity, finding.Layer, finding.Epoch, finding.Step));

        // A model alone, without a run.
        finding = Assert.Single(new NoLearning().Examine(Evidence.None with { BaselineLoss = 1.2, ModelLoss = 1.3 }));
        Assert.StartsWith("The lowest loss is 1.3000, but always saying the same gives 1.2000: ", finding.Message);
        Assert.Empty(new NoLearning().Examine(trained with { BaselineLoss = null }));
    }

    // Epochs of ten steps, or of a hundred.
    [Theory]
    [InlineData(9, 1, false, false)]
    [InlineData(10, 1, false, true)]
    [InlineData(2, 10, false, false)]
    [InlineData(3, 10, false, true)]
    [InlineData(1, 1, true, true)]
    public void While_a_run_goes_on_it_is_given_ten_epochs_or_300_steps(int epochs, int hundreds, bool hasEnded, bool fires)
    {
        HealthEvidence evidence = Evidence.None with
        {
            Epochs = [.. Evidence.Epochs([.. Enumerable.Repeat(1.0, epochs)]).Select(e => e with { Step = e.Step * hundreds })],
            BaselineLoss = 1,
            HasEnded = hasEnded,
        };
        Assert.Equal(fires ? 1 : 0, new NoLearning().Examine(evidence).Count());
    }

    [Theory]
    [InlineData(10, false)]
    [InlineData(10.1, true)]
    public void A_penalty_that_pulls_ten_times_as_strongly_as_the_loss_leaves_nothing_to_learn(double pull, bool fires)
    {
        // The least of the hidden layers counts, and the output layer does not.
        HealthLook look = Evidence.Look(Evidence.Weight(penalty: pull), Evidence.Weight(penalty: 12.3), Evidence.Weight(penalty: 0.1));
        HealthEvidence evidence = Evidence.None with { Looks = [look, look, look], Penalties = new(0, 10) };
        Finding[] findings = [.. new NoLearning().Examine(evidence)];

        Assert.Equal(
            fires
                ? ["The penalties pull 10 times as strongly as the loss on the weights of every hidden layer: they shrink to nothing, "
                    + "whatever the data say."]
                : [],
            findings.Select(f => f.Message));
        Assert.All(findings, f => Assert.Equal(
            (Severity.Error, null, null, null, "--l2 0.0001"), (f.Severity, f.Layer, f.Epoch, f.Step, f.Options)));
        Assert.All(
            new NoLearning().Examine(evidence with { Penalties = new(1, 10) }), f => Assert.Equal("--l1 0 --l2 0.0001", f.Options));
    }

    [Fact]
    public void It_has_to_in_each_of_the_last_three_looks_and_a_network_of_one_layer_is_judged_by_that()
    {
        HealthLook strong = Evidence.Look(Evidence.Weight(penalty: 20)), weak = Evidence.Look(Evidence.Weight(penalty: 1));
        bool Fires(params HealthLook[] looks) => new NoLearning().Examine(Evidence.None with { Looks = looks }).Any();

        Assert.False(Fires(strong, strong));
        Assert.False(Fires(Evidence.OfStart((1, 0)).Looks[0], strong, strong));
        Assert.True(Fires(strong, strong, strong));
        Assert.True(Fires(weak, strong, strong, strong));
        Assert.False(Fires(strong, strong, strong, weak));
        Assert.False(Fires(strong, weak, strong, strong));
    }

    [Fact]
    public void A_penalty_is_said_instead_of_what_it_leads_to()
    {
        HealthLook look = Evidence.Look(Evidence.Weight(penalty: 20));
        HealthEvidence evidence = Evidence.None with { Looks = [look, look, look], BaselineLoss = 1, ModelLoss = 1 };
        Assert.StartsWith("The penalties pull 20 times", Assert.Single(new NoLearning().Examine(evidence)).Message);
    }

    [Theory]
    [InlineData("1,1.21,1,1.21,1,1.21", true)]
    [InlineData("1,1.2,1,1.21,1,1.21", false)]
    [InlineData("1,1.21,1,1.21", false)]
    [InlineData("1,1.3,1.6,1.9", true)]
    [InlineData("1,1.3,1.6", false)]
    [InlineData("1,2,1,1,1,1,2,1,2", true)]
    [InlineData("1,2,1,1,1,1,1,2,1,2", false)]
    public void A_loss_oscillates_where_three_of_eight_epochs_rise_by_a_tenth_of_the_constants(string losses, bool fires)
    {
        HealthEvidence evidence = Evidence.None with { Epochs = Evidence.Epochs(Numbers(losses)), BaselineLoss = 2 };
        Assert.Equal(fires ? [Severity.Warning] : [], new OscillatingLoss().Examine(evidence).Select(f => f.Severity));
    }

    [Fact]
    public void How_often_and_how_far_it_rose_is_told()
    {
        HealthEvidence evidence = Evidence.None with
        {
            Epochs = Evidence.Epochs([1, 2, 1, 2, 1, 3.468, 1]), BaselineLoss = 2, LearningRate = 0.005f,
        };
        Finding finding = Assert.Single(new OscillatingLoss().Examine(evidence));

        Assert.Equal(
            "In 3 of the last 6 epochs the training loss rose, by up to 123 % of what always saying the same gives.", finding.Message);
        Assert.Equal((null, null, null, 3, 6), (finding.Layer, finding.Epoch, finding.Step, finding.UnitCount, finding.UnitsTotal));
        Assert.Equal("--lr 0.0005", finding.Options);
        Assert.Null(Assert.Single(new OscillatingLoss().Examine(evidence with { LearningRate = 0 })).Options);
    }

    [Fact]
    public void Without_a_constant_to_compare_with_the_largest_loss_is_the_measure_and_of_a_constant_that_is_right_there_is_none()
    {
        HealthEvidence evidence = Evidence.None with { Epochs = Evidence.Epochs([10, 1, 2.01, 1, 2.01, 1, 2.01]) };
        Assert.Single(new OscillatingLoss().Examine(evidence));
        Assert.Empty(new OscillatingLoss().Examine(evidence with { Epochs = Evidence.Epochs([10, 1, 1.99, 1, 1.99, 1, 1.99]) }));
        Assert.Empty(new OscillatingLoss().Examine(evidence with { BaselineLoss = 0 }));
    }

    [Theory]
    [InlineData(0.1899, true)]
    [InlineData(0.1901, false)]
    [InlineData(0.3, false)]
    public void A_run_that_still_gained_5_percent_in_its_last_tenth_was_short(double last, bool fires)
    {
        Finding[] findings = [.. new SlowLearning().Examine(Evidence.None with { Epochs = Evidence.Epochs([.. Falling, last]) })];

        Assert.Equal(fires ? ["The last epoch still took 5 % off the validation loss."] : [], findings.Select(f => f.Message));
        Assert.All(findings, f => Assert.Equal(
            (Severity.Hint, null, 10, 100L, "--epochs 20"), (f.Severity, f.Layer, f.Epoch, f.Step, f.Options)));
    }

    [Fact]
    public void Of_25_epochs_the_last_two_are_a_tenth()
    {
        double[] losses = [.. Enumerable.Repeat(2.0, 22), 1, 0.5, 0.4];
        Finding finding = Assert.Single(new SlowLearning().Examine(Evidence.None with { Epochs = Evidence.Epochs(losses) }));
        Assert.Equal(("The last 2 epochs still took 60 % off the validation loss.", "--epochs 50"), (finding.Message, finding.Options));
    }

    [Fact]
    public void Nine_epochs_are_too_few_to_call_slow() => Assert.Empty(
        new SlowLearning().Examine(Evidence.None with { Epochs = Evidence.Epochs(Falling) }));

    [Theory]
    [InlineData(0.5, 1.2, 1, false)]
    [InlineData(0.6, 1.21, 1, true)]
    [InlineData(0.605, 1.21, 1, false)]
    [InlineData(0.1, 1.21, 1, true)]
    [InlineData(0.1, 1.19, 1, false)]
    [InlineData(-1, 0, 0, false)]
    public void A_network_overfits_where_half_of_its_loss_is_left_on_its_own_rows_and_others_get_worse(
        double training, double validation, double best, bool fires)
    {
        HealthEvidence evidence = Evidence.None with { Epochs = Evidence.Epochs([1, training], [best, validation]) };
        Assert.Equal(fires ? [Severity.Hint] : [], new Overfitting().Examine(evidence).Select(f => f.Severity));
    }

    [Fact]
    public void Both_losses_are_told_and_which_epoch_is_kept()
    {
        HealthEvidence evidence = Evidence.None with { Epochs = Evidence.Epochs([1, 0.5, 0.01234], [1, 0.75, 2.5]) };
        Finding finding = Assert.Single(new Overfitting().Examine(evidence));

        Assert.Equal("The training loss is 0.0123, the validation loss 2.5, above 0.75 at epoch 2, which is kept.", finding.Message);
        Assert.Equal((null, 3, 30L), (finding.Layer, finding.Epoch, finding.Step));
    }

    private static double[] Numbers(string text)
        => [.. text.Split(',').Select(number => double.Parse(number, System.Globalization.CultureInfo.InvariantCulture))];
}
