using Rectify.Health;

namespace Rectify.Tests.Health;

public sealed class InputRuleTests
{
    [Fact]
    public void A_constant_input_is_a_hint_and_nothing_but_constant_ones_an_error()
    {
        InputStatistics.Input a = Evidence.Input("a", deviation: 0), b = Evidence.Input("b", deviation: 1e-30);
        Finding some = Assert.Single(new InputsConstant().Examine(Evidence.OfInputs(b, a)));
        Finding all = Assert.Single(new InputsConstant().Examine(Evidence.OfInputs(a, a with { Name = "c" })));

        Assert.Equal("1 of 2 inputs are the same on every row: a.", some.Message);
        Assert.Equal("2 of 2 inputs are the same on every row: a, c.", all.Message);
        Assert.Equal((Severity.Hint, 1, 2), (some.Severity, some.UnitCount, some.UnitsTotal));
        Assert.Equal((Severity.Error, 2, 2), (all.Severity, all.UnitCount, all.UnitsTotal));
        Assert.Equal((null, 0, 0L), (all.Layer, all.Epoch, all.Step));
        Assert.NotEqual(some.Advice, all.Advice);
        Assert.Empty(new InputsConstant().Examine(Evidence.OfInputs(b)));
    }

    [Fact]
    public void Inputs_are_unscaled_above_a_root_of_3_and_the_largest_is_named()
    {
        HealthEvidence evidence = Evidence.OfInputs(
            Evidence.Input("a", root: 3.001), Evidence.Input("b", root: 12.345), Evidence.Input("c", root: 3));
        Finding finding = Assert.Single(new InputsUnscaled().Examine(evidence));

        Assert.Equal(
            "2 of 3 inputs reach the network unscaled; b has a root mean square of 12.3, where a standardised input has 1.",
            finding.Message);
        Assert.Equal((Severity.Warning, 2, 3), (finding.Severity, finding.UnitCount, finding.UnitsTotal));
        Assert.Equal((null, 0, 0L), (finding.Layer, finding.Epoch, finding.Step));
        Assert.Empty(new InputsUnscaled().Examine(Evidence.OfInputs(Evidence.Input(root: 3))));
    }

    [Fact]
    public void Outliers_make_over_95_percent_of_a_variance_and_the_farthest_is_named()
    {
        HealthEvidence evidence = Evidence.OfInputs(
            Evidence.Input("a", outliers: 0.951, farthest: 40), Evidence.Input("b", outliers: 0.96, farthest: 123.4),
            Evidence.Input("c", outliers: 0.95, farthest: 900));
        Finding finding = Assert.Single(new InputsOutliers().Examine(evidence));

        Assert.Equal(
            "2 of 3 inputs have outliers that make nearly all of their variance; of b the farthest is 123 deviations of the others away.",
            finding.Message);
        Assert.Equal((Severity.Warning, 2, 3), (finding.Severity, finding.UnitCount, finding.UnitsTotal));
        Assert.Equal((null, 0, 0L), (finding.Layer, finding.Epoch, finding.Step));
        Assert.Empty(new InputsOutliers().Examine(Evidence.OfInputs(Evidence.Input(outliers: 0.95, farthest: 900))));
    }

    [Theory]
    [InlineData(9.9e8, "the farthest is 9.9E+08 deviations of the others away.")]
    [InlineData(1e9, "the others are all equal.")]
    [InlineData(double.PositiveInfinity, "the others are all equal.")]
    public void Deviations_beyond_reason_are_those_of_equal_rows(double farthest, string said)
        => Assert.EndsWith(
            $"of a {said}",
            Assert.Single(new InputsOutliers().Examine(Evidence.OfInputs(Evidence.Input(outliers: 1, farthest: farthest)))).Message);
}
