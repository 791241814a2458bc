using Rectify.Health;

namespace Rectify.Tests.Health;

public sealed class StartRuleTests
{
    [Theory]
    [InlineData(49, false, null)]
    [InlineData(50, false, Severity.Warning)]
    [InlineData(1000, false, Severity.Warning)]
    [InlineData(0, true, Severity.Error)]
    [InlineData(49, true, Severity.Error)]
    public void A_network_of_which_one_in_twenty_is_born_dead_is_a_risk_and_a_dead_one_an_error(
        int dead, bool isThisOne, Severity? severity)
    {
        HealthEvidence evidence = Evidence.None with { BornDead = new(new(dead, 1000), isThisOne, Rows: 256) };
        Finding[] findings = [.. new BornDead().Examine(evidence)];

        Assert.Equal(severity is { } one ? [one] : [], findings.Select(f => f.Severity));
        Assert.All(findings, f =>
        {
            Assert.Equal((null, 0, 0L, dead, 1000), (f.Layer, f.Epoch, f.Step, f.UnitCount, f.UnitsTotal));
            Assert.Equal(isThisOne, f.Message.StartsWith("This start is born dead: a layer is wholly silent, so that no input matters. "));
        });
    }

    [Fact]
    public void How_often_such_networks_are_born_dead_is_said_with_how_many_were_drawn()
    {
        HealthEvidence evidence = Evidence.None with { BornDead = new(new(684, 2000), IsThisOne: false, Rows: 256) };
        Assert.Equal(
            "Of networks like this one, 34 % are born dead (2,000 drawn).", Assert.Single(new BornDead().Examine(evidence)).Message);
    }

    [Fact]
    public void Units_that_are_silent_before_the_first_step_are_born_dead()
    {
        HealthEvidence evidence = Evidence.None with
        {
            LayersAtStart = [Evidence.Layer(units: 3), Evidence.Layer(units: 4, silent: 1, name: "relu2")],
        };
        Finding finding = Assert.Single(new BornDead().Examine(evidence));

        Assert.Equal(
            "1 of 4 units were silent before the first step: none of 1,000 rows activates them, so no gradient reaches their weights.",
            finding.Message);
        Assert.Equal((Severity.Hint, "relu2", 0, 0L), (finding.Severity, finding.Layer, finding.Epoch, finding.Step));
        Assert.Equal((1, 4), (finding.UnitCount, finding.UnitsTotal));
    }

    [Fact]
    public void Where_signals_vanish_that_is_said_and_only_layers_that_are_wholly_silent_beside_it()
    {
        HealthEvidence evidence = Start((1, 3), (2 * 0.99e-4, 4)) with
        {
            LayersAtStart = [Evidence.Layer(units: 4, silent: 3), Evidence.Layer(units: 4, silent: 4, name: "relu2")],
        };
        Assert.Equal(["relu2"], new BornDead().Examine(evidence).Select(f => f.Layer));

        // A hundred times less is no vanishing.
        evidence = evidence with { Looks = Start((1, 3), (2 * 1.01e-4, 4)).Looks };
        Assert.Equal(["relu1", "relu2"], new BornDead().Examine(evidence).Select(f => f.Layer));
    }

    [Theory]
    [InlineData(0.0101, null)]
    [InlineData(0.0099, Severity.Warning)]
    [InlineData(1.01e-4, Severity.Warning)]
    [InlineData(0.99e-4, Severity.Error)]
    [InlineData(0, Severity.Error)]
    [InlineData(99, null)]
    [InlineData(101, Severity.Warning)]
    [InlineData(9.9e3, Severity.Warning)]
    [InlineData(1.01e4, Severity.Error)]
    public void A_start_is_to_keep_the_size_of_signals_within_a_factor_of_100(double kept, Severity? severity)
    {
        // Inputs of 2 and 4 have a mean square of 10, which rectifiers keep at 20.
        HealthEvidence evidence = Start((20 * kept, 0)) with { Inputs = new([Evidence.Input(root: 2), Evidence.Input(root: 4)]) };
        Assert.Equal(severity is { } one ? [one] : [], new InitialVariance().Examine(evidence).Select(f => f.Severity));
    }

    [Fact]
    public void Layers_that_do_not_are_counted_and_the_farthest_is_named()
    {
        HealthEvidence evidence = Start((2, 0), (0.01, 0), (0.00123, 0), (0.002, 0));
        Finding finding = Assert.Single(new InitialVariance().Examine(evidence with { Looks = [evidence.Looks[0], Evidence.Look()] }));

        Assert.Equal(
            "In 3 of 4 layers the start does not keep the size of signals: at relu3 the variance of the pre-activations is 0.0012, "
            + "0.00062 times the 2 that keeps it.",
            finding.Message);
        Assert.Equal((Severity.Warning, "relu3", 0, 0L), (finding.Severity, finding.Layer, finding.Epoch, finding.Step));
        Assert.Equal((3, 4), (finding.UnitCount, finding.UnitsTotal));
    }

    [Fact]
    public void Behind_a_silent_layer_nothing_is_measured()
    {
        Assert.Empty(new InitialVariance().Examine(Start((1, 4), (0, 4))));
        Assert.Single(new InitialVariance().Examine(Start((1, 3), (0, 4))));
    }

    [Fact]
    public void Without_a_network_inputs_or_a_look_at_the_start_there_is_nothing_to_hold_it_against()
    {
        HealthEvidence evidence = Start((1e9, 0));
        Assert.Single(new InitialVariance().Examine(evidence));
        Assert.Empty(new InitialVariance().Examine(evidence with { Network = null }));
        Assert.Empty(new InitialVariance().Examine(evidence with { Inputs = null }));
        Assert.Empty(new InitialVariance().Examine(evidence with { Inputs = new([Evidence.Input(root: 0)]) }));
        Assert.Empty(new InitialVariance().Examine(evidence with { Looks = [] }));
        Assert.Empty(new InitialVariance().Examine(evidence with { Looks = [evidence.Looks[0] with { Step = 1 }] }));
    }

    private static HealthEvidence Start(params (double Variance, int Silent)[] layers) => Evidence.OfStart(layers);
}
