using Rectify.Health;

namespace Rectify.Tests.Health;

/// <summary>Rules about what steps do: diverged, update-ratio, vanishing-gradient, exploding-gradient.</summary>
public sealed class StepRuleTests
{
    private static readonly double[] Level = [1, 1, 1, 1];

    [Fact]
    public void Where_the_loss_stopped_being_a_number_is_told_to_the_step()
    {
        HealthEvidence evidence = Evidence.None with { LearningRate = 0.005f, Divergence = new(2, 1234, "dense1", 0.005f, double.NaN) };
        Finding finding = Assert.Single(new Diverged().Examine(evidence));

        Assert.Equal("The loss stopped being a finite number in epoch 2, step 1,234; dense1 shows it first.", finding.Message);
        Assert.Equal((Severity.Error, "dense1", 2, 1234L), (finding.Severity, finding.Layer, finding.Epoch, finding.Step));
        Assert.Equal((0, 0, "--lr 0.0005"), (finding.UnitCount, finding.UnitsTotal, finding.Options));
    }

    [Theory]
    [InlineData(0.5f, "--lr 0.001")]
    [InlineData(0.02f, "--lr 0.001")]
    [InlineData(0.01f, "--lr 0.001")]
    [InlineData(0.008f, "--lr 0.0008")]
    [InlineData(1e-5f, "--lr 0.000001")]
    public void A_tenth_of_the_learning_rate_is_advised_or_the_default(float rate, string option)
    {
        HealthEvidence evidence = Evidence.None with { LearningRate = rate, Divergence = new(2, 34, "dense1", rate, double.NaN) };
        Finding finding = Assert.Single(new Diverged().Examine(evidence));

        Assert.Equal($"Lower the learning rate ({option}), or limit steps with --clip 1.", finding.Advice);
        Assert.Equal(option, finding.Options);
    }

    [Theory]
    [InlineData(0f)]
    [InlineData(null)]
    public void Without_a_learning_rate_data_are_to_be_looked_at(float? rate)
    {
        HealthEvidence evidence = Evidence.None with { LearningRate = rate, Divergence = new(2, 34, "dense1", 0, double.NaN) };
        Finding finding = Assert.Single(new Diverged().Examine(evidence));

        Assert.Equal("Look for extreme values in the data, and scale inputs with --scale standard.", finding.Advice);
        Assert.Equal("--scale standard", finding.Options);
    }

    [Theory]
    [InlineData(0.1, false)]
    [InlineData(0.101, true)]
    [InlineData(1e-4, false)]
    [InlineData(0.99e-4, true)]
    [InlineData(0, true)]
    public void A_step_moves_weights_by_a_ten_thousandth_to_a_tenth_of_their_size(double ratio, bool fires)
    {
        HealthEvidence evidence = Trained(Level, Looks(3, Evidence.Weight(update: ratio), Evidence.Weight(update: ratio / 2)));
        Assert.Equal(fires ? [Severity.Error] : [], new UpdateRatio().Examine(evidence).Select(f => f.Severity));
    }

    [Fact]
    public void Layers_with_steps_too_long_are_counted_and_the_one_with_the_longest_is_named()
    {
        WeightLook[] weights = [Evidence.Weight(update: 0.2), Evidence.Weight(update: 0.345), Evidence.Weight(update: 0.1)];
        Finding finding = Assert.Single(new UpdateRatio().Examine(Trained(Level, Looks(4, weights))));

        Assert.Equal(
            "At learning rate 0.01 a step changes the weights of dense2 by 34 % of their size (0.1 % is usual, 10 % the limit), and "
            + "the loss is not falling.",
            finding.Message);
        Assert.Equal(("dense2", null, null, 2, 3), (finding.Layer, finding.Epoch, finding.Step, finding.UnitCount, finding.UnitsTotal));
        Assert.Equal("--lr 0.001", finding.Options);
    }

    [Fact]
    public void Steps_too_short_are_told_of_all_layers_and_of_none()
    {
        WeightLook[] weights = [Evidence.Weight(update: 1.5e-5), Evidence.Weight(update: 9e-5), Evidence.Weight(update: 0)];
        Finding finding = Assert.Single(new UpdateRatio().Examine(Trained(Level, Looks(4, weights))));

        Assert.Equal(
            "At learning rate 0.01 a step changes the weights of no layer by more than 0.009 % of their size (0.1 % is usual), and "
            + "the loss is not falling.",
            finding.Message);
        Assert.Equal(("dense2", 3, 3), (finding.Layer, finding.UnitCount, finding.UnitsTotal));
        Assert.StartsWith("Raise the learning rate", finding.Advice);
    }

    [Fact]
    public void A_learning_rate_of_0_moves_nothing_and_is_named()
    {
        HealthEvidence evidence = Trained(Level, Looks(3, Evidence.Weight(update: 0))) with { LearningRate = 0 };
        Assert.StartsWith("A learning rate of 0 moves nothing", Assert.Single(new UpdateRatio().Examine(evidence)).Advice);
    }

    [Fact]
    public void What_a_step_would_be_at_the_peak_counts()
    {
        // At a tenth of the peak a step of 1.1 % is one of 11 %.
        HealthLook[] looks = [.. Looks(3, Evidence.Weight(update: 0.011)).Select(look => look with { LearningRate = 0.001f })];
        Assert.Single(new UpdateRatio().Examine(Trained(Level, looks)));

        looks = [.. looks.Select(look => look with { LearningRate = 0.002f })];
        Assert.Empty(new UpdateRatio().Examine(Trained(Level, looks)));
    }

    [Fact]
    public void Half_of_the_last_four_looks_decide_of_long_steps_and_all_there_were_of_short_ones()
    {
        HealthLook longStep = Evidence.Look(Evidence.Weight(update: 0.3)), usual = Evidence.Look(Evidence.Weight());
        Assert.Single(new UpdateRatio().Examine(Trained(Level, [usual, usual, longStep, longStep])));
        Assert.Empty(new UpdateRatio().Examine(Trained(Level, [usual, longStep, usual, usual])));
        Assert.Empty(new UpdateRatio().Examine(Trained(Level, [longStep, longStep, longStep, usual, usual, usual, usual])));

        HealthLook shortStep = Evidence.Look(Evidence.Weight(update: 1e-6));
        Assert.Single(new UpdateRatio().Examine(Trained(Level, [shortStep, shortStep, shortStep, shortStep, shortStep])));
        Assert.Empty(new UpdateRatio().Examine(Trained(Level, [usual, shortStep, shortStep, shortStep, shortStep])));
    }

    [Fact]
    public void Steps_are_not_blamed_in_the_first_epoch_while_the_loss_falls_or_before_three_looks()
    {
        HealthLook[] looks = Looks(3, Evidence.Weight(update: 0.5));
        Assert.Empty(new UpdateRatio().Examine(Trained([1], looks)));
        Assert.Empty(new UpdateRatio().Examine(Trained([1, 0.98], looks)));
        Assert.Empty(new UpdateRatio().Examine(Trained(Level, looks[1..])));
        Assert.Empty(new UpdateRatio().Examine(Trained(Level, [Start(silent: 0), .. looks[1..]])));
        Assert.Empty(new UpdateRatio().Examine(Trained(Level, looks) with { LearningRate = null }));
        Assert.Single(new UpdateRatio().Examine(Trained([1, 0.995], looks)));
    }

    // Of the last six epochs the best of the later half has to be 1 % better than that of the earlier half.
    [Theory]
    [InlineData("1,0.99", false)]
    [InlineData("1,0.989", true)]
    [InlineData("1,2,0.98", true)]
    [InlineData("1,0.5,1", false)]
    [InlineData("9,1,1,1,1,1", false)]
    [InlineData("0.5,1,1,1,0.9,0.9,0.9", true)]
    [InlineData("1,1,0.9,1,1,1", false)]
    [InlineData("1,1,1,0.9,1,1", true)]
    public void The_loss_falls_where_its_later_half_is_better_by_a_hundredth(string losses, bool isFalling)
        => Assert.Equal(
            isFalling,
            LossCurve.IsFalling(Evidence.None with { Epochs = Evidence.Epochs([.. losses.Split(',').Select(Number)]) }));

    [Theory]
    [InlineData(1.01e-3, null)]
    [InlineData(0.99e-3, Severity.Warning)]
    [InlineData(1.01e-5, Severity.Warning)]
    [InlineData(0.99e-5, Severity.Error)]
    public void A_gradient_vanishes_below_a_thousandth(double ratio, Severity? severity)
    {
        HealthEvidence evidence = Evidence.None with { Looks = Gradients(2, 2 * ratio, 5, 2, 7) };
        Finding[] findings = [.. new VanishingGradient().Examine(evidence)];

        Assert.Equal(severity is { } one ? [one] : [], findings.Select(f => f.Severity));
        Assert.Empty(new ExplodingGradient().Examine(evidence));
    }

    [Theory]
    [InlineData(999, false)]
    [InlineData(1001, true)]
    public void A_gradient_explodes_above_a_thousandfold(double ratio, bool fires)
    {
        HealthEvidence evidence = Evidence.None with { Looks = Gradients(2, 2 * ratio, 5, 2, 7) };

        Assert.Equal(fires ? [Severity.Warning] : [], new ExplodingGradient().Examine(evidence).Select(f => f.Severity));
        Assert.Empty(new VanishingGradient().Examine(evidence));
    }

    [Fact]
    public void Both_tell_how_far_from_where_to_where()
    {
        HealthEvidence shrinks = Evidence.None with { Looks = Gradients(4, 1.23e-4, 9, 9, 1, 5) };
        HealthEvidence grows = Evidence.None with { Looks = Gradients(4, 5e3, 9, 2, 5) };
        Finding vanishing = Assert.Single(new VanishingGradient().Examine(shrinks));
        Finding exploding = Assert.Single(new ExplodingGradient().Examine(grows));

        Assert.Equal("The gradient at dense1 is 0.00012 times that at dense4, 3 layers on: what is far from the loss learns nothing.",
            vanishing.Message);
        Assert.Equal("The gradient at dense1 is 2.5E+03 times that at dense3, 2 layers on.", exploding.Message);
        Assert.All([vanishing, exploding], f => Assert.Equal(
            ("dense1", null, null, 0, 0), (f.Layer, f.Epoch, f.Step, f.UnitCount, f.UnitsTotal)));
    }

    [Fact]
    public void The_middle_of_the_last_four_looks_decides()
    {
        HealthLook Of(double first) => Gradients(1, first, 1, 1)[0];
        bool Fires(params double[] firsts) => new VanishingGradient().Examine(Evidence.None with { Looks = [.. firsts.Select(Of)] }).Any();

        Assert.False(Fires(1e-6));
        Assert.True(Fires(1e-6, 1e-6));
        Assert.False(Fires(1, 1e-6));
        Assert.True(Fires(1e-6, 1e-6, 1));
        Assert.False(Fires(1e-6, 1e-6, 1, 1));
        Assert.True(Fires(1, 1, 1e-6, 1e-6, 1e-6, 1));
        Assert.False(Fires(1e-6, 1e-6, 1e-6, 1, 1, 1e-6));
    }

    [Fact]
    public void Looks_without_two_hidden_layers_or_a_gradient_are_left_out()
    {
        HealthLook oneHidden = Evidence.Look(Evidence.Weight(gradient: 1e-9), Evidence.Weight());
        Assert.Empty(new VanishingGradient().Examine(Evidence.None with { Looks = [oneHidden, oneHidden] }));

        HealthLook none = Gradients(1, 0, 0, 1)[0], vanishing = Gradients(1, 1e-6, 1, 1)[0];
        Assert.Empty(new VanishingGradient().Examine(Evidence.None with { Looks = [none, none, vanishing] }));
        Assert.Single(new VanishingGradient().Examine(Evidence.None with { Looks = [vanishing, none, none, none, vanishing] }));
    }

    [Fact]
    public void Behind_a_wholly_silent_layer_nothing_vanishes_but_what_it_shuts_off()
    {
        HealthLook[] looks = Gradients(2, 1e-6, 1, 1);
        HealthLook With(HealthLook look, int silent) => look with { Units = Start(silent).Units };

        Assert.Empty(new VanishingGradient().Examine(Evidence.None with { Looks = [looks[0], With(looks[1], silent: 4)] }));
        Assert.Single(new VanishingGradient().Examine(Evidence.None with { Looks = [With(looks[0], silent: 4), looks[1]] }));
        Assert.Single(new VanishingGradient().Examine(Evidence.None with { Looks = [looks[0], With(looks[1], silent: 3)] }));
    }

    private static double Number(string text) => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static HealthLook Start(int silent) => Evidence.OfStart((1, silent)).Looks[0];

    private static HealthLook[] Looks(int count, params WeightLook[] weights)
        => [.. Enumerable.Repeat(Evidence.Look(weights), count)];

    // One layer for each; the last is the output layer.
    private static HealthLook[] Gradients(int looks, params double[] sizes)
        => Looks(looks, [.. sizes.Select(size => Evidence.Weight(gradient: size))]);

    private static HealthEvidence Trained(double[] losses, HealthLook[] looks)
        => Evidence.None with { Epochs = Evidence.Epochs(losses), Looks = looks, LearningRate = 0.01f };
}
