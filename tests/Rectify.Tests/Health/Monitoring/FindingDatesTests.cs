using Rectify.Health;

namespace Rectify.Tests.Health;

public sealed class FindingDatesTests
{
    private static readonly Finding Warning = Of(Severity.Warning), Other = Warning with { Rule = "other" };

    [Fact]
    public void What_two_looks_show_is_told_once_with_the_moment_of_the_first()
    {
        FindingDates dates = new();

        Assert.Empty(dates.See([Warning], epoch: 1, step: 4, isCertain: false));
        Assert.Equal([Warning with { Epoch = 1, Step = 4 }], dates.See([Warning], epoch: 1, step: 8, isCertain: false));
        Assert.Empty(dates.See([Warning], epoch: 2, step: 16, isCertain: false));
        Assert.Equal([Warning with { Epoch = 1, Step = 4 }], dates.Told);
        Assert.Equal(Warning with { Epoch = 1, Step = 4 }, dates.Dated(Warning));
    }

    [Fact]
    public void What_cannot_pass_is_told_at_once_and_never_again()
    {
        FindingDates dates = new();

        Assert.Equal([Warning with { Epoch = 0, Step = 0 }], dates.See([Warning], epoch: 0, step: 0, isCertain: true));
        Assert.Empty(dates.See([Warning], epoch: 1, step: 1, isCertain: true));
        Assert.Single(dates.Told);
    }

    [Fact]
    public void What_goes_away_is_forgotten_but_not_told_twice()
    {
        FindingDates dates = new();
        dates.See([Warning], epoch: 1, step: 1, isCertain: false);
        dates.See([], epoch: 1, step: 2, isCertain: false);

        Assert.Empty(dates.Open);
        Assert.Equal(Warning, dates.Dated(Warning));
        Assert.Empty(dates.See([Warning], epoch: 1, step: 4, isCertain: false));
        Assert.Single(dates.See([Warning], epoch: 1, step: 8, isCertain: false));

        dates.See([], epoch: 2, step: 16, isCertain: false);
        dates.See([Warning], epoch: 2, step: 32, isCertain: false);
        Assert.Empty(dates.See([Warning], epoch: 2, step: 64, isCertain: false));
        Assert.Equal((4L, 32L), (dates.Told[0].Step, dates.Dated(Warning).Step));
    }

    [Fact]
    public void Hints_are_neither_told_nor_dated()
    {
        FindingDates dates = new();
        Assert.Empty(dates.See([Of(Severity.Hint)], epoch: 1, step: 1, isCertain: true));
        Assert.Empty(dates.Open);
        Assert.Single(dates.See([Of(Severity.Error)], epoch: 1, step: 2, isCertain: true));
    }

    [Fact]
    public void A_rule_has_a_date_for_each_layer()
    {
        FindingDates dates = new();
        Finding second = Warning with { Layer = "relu2" };
        dates.See([Warning], epoch: 1, step: 1, isCertain: true);

        Assert.Equal([second with { Epoch = 2, Step = 9 }], dates.See([Warning, second], epoch: 2, step: 9, isCertain: true));
        Assert.Equal([1L, 9L], dates.Open.Select(open => open.First.Step));
    }

    [Fact]
    public void Restoring_replaces_all_that_was_known()
    {
        FindingDates dates = new();
        dates.See([Warning], epoch: 1, step: 1, isCertain: true);
        dates.Restore([(("other", "relu1"), (3, 33))], [Other]);

        Assert.Equal([(("other", "relu1"), (3, 33L))], dates.Open);
        Assert.Equal([Other], dates.Told);
        Assert.Equal(Warning, dates.Dated(Warning));
        Assert.Equal(Other with { Epoch = 3, Step = 33 }, dates.Dated(Other));
        Assert.Equal([Warning with { Epoch = 4, Step = 44 }], dates.See([Warning, Other], epoch: 4, step: 44, isCertain: true));
    }

    private static Finding Of(Severity severity) => new("rule", severity, "relu1", null, null, 1, 2, "Message.", "Advice.");
}
