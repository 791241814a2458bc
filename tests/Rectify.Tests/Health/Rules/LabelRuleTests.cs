using Rectify.Health;

namespace Rectify.Tests.Health;

public sealed class LabelRuleTests
{
    [Fact]
    public void One_class_alone_is_constant_and_not_called_imbalanced_too()
    {
        HealthEvidence evidence = Evidence.None with { Classes = [("no", 0), ("yes", 4000)] };
        Finding finding = Assert.Single(new ConstantLabels().Examine(evidence));

        Assert.Equal("All 4,000 training rows are of class yes: there is nothing to learn.", finding.Message);
        Assert.Equal((Severity.Error, null, 0, 0L), (finding.Severity, finding.Layer, finding.Epoch, finding.Step));
        Assert.Equal((1, 2), (finding.UnitCount, finding.UnitsTotal));
        Assert.Empty(new ImbalancedLabels().Examine(evidence));
    }

    [Fact]
    public void Two_classes_with_a_row_each_are_not_constant()
        => Assert.Empty(new ConstantLabels().Examine(Evidence.None with { Classes = [("a", 1), ("b", 1), ("c", 0)] }));

    [Fact]
    public void Numbers_have_no_classes()
    {
        Assert.Empty(new ConstantLabels().Examine(Evidence.None));
        Assert.Empty(new ImbalancedLabels().Examine(Evidence.None));
    }

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
        HealthEvidence evidence = Evidence.None with { Classes = [("b", 3000), ("a", 1000), ("c", 4000)] };
        Finding finding = Assert.Single(new ImbalancedLabels().Examine(evidence));

        Assert.Equal("Class a is 1,000 of 8,000 training rows (12.5 %): judge by balanced accuracy.", finding.Message);
        Assert.Equal((Severity.Warning, 1, 3), (finding.Severity, finding.UnitCount, finding.UnitsTotal));
        Assert.Equal((null, 0, 0L), (finding.Layer, finding.Epoch, finding.Step));
        Assert.Empty(new ImbalancedLabels().Examine(Evidence.None with { Classes = [("a", 28), ("b", 72)] }));
    }

    [Fact]
    public void A_class_without_rows_is_named_where_two_others_have_some()
        => Assert.StartsWith(
            "Class c is 0 of 10 training rows (0.0 %)",
            Assert.Single(new ImbalancedLabels().Examine(Evidence.None with { Classes = [("a", 5), ("b", 5), ("c", 0)] })).Message);
}
