using System.Text.RegularExpressions;
using Rectify.Data;
using Rectify.Health;
using Rectify.Training;

namespace Rectify.Tests.Health;

/// <summary>What is true of every rule.</summary>
public sealed partial class EveryRuleTests
{
    public static TheoryData<string> Rules => [.. RuleCatalog.All.Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void It_says_where_its_threshold_is_from(string id)
    {
        Assert.Matches(Sentence, Find(id).Source);
        Assert.Matches("definition|derived|by hand|By hand", Find(id).Source);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void It_says_nothing_where_nothing_is_known(string id) => Assert.Empty(Find(id).Examine(Evidence.None));

    [Theory]
    [MemberData(nameof(Rules))]
    public void It_names_its_fault_with_a_count_and_advice_that_can_be_followed(string id)
        => Assert.All(NotEmpty(Find(id).Examine(FaultyEvidence.ByRule[id])), finding =>
        {
            Assert.Equal(id, finding.Rule);
            Assert.InRange(finding.UnitCount, 0, finding.UnitsTotal);
            Assert.All([finding.Message, finding.Advice], text => Assert.Matches(Sentence, text));
            Assert.True(finding.Options is null || finding.Options.StartsWith("--"), finding.Options);
        });

    [Theory]
    [MemberData(nameof(Rules))]
    public void It_writes_numbers_the_same_in_every_country(string id)
    {
        Finding[] here = [.. Find(id).Examine(FaultyEvidence.ByRule[id])];
        Abroad.Run(() => Assert.Equal(here, Find(id).Examine(FaultyEvidence.ByRule[id])));
    }

    // A layer that is zero 98 times of 100 is what a rectifier is for.
    [Theory]
    [MemberData(nameof(Rules))]
    public void It_leaves_a_healthy_run_alone_however_many_zeros_there_are(string id)
    {
        Assert.Empty(Find(id).Examine(Healthy));
        Assert.Empty(Find(id).Examine(Healthy with { Classes = [], Task = TaskKind.Regression, Loss = "mse" }));
    }

    // Looks are in the first epoch, of which nobody knows the end; with the losses of a run that has not begun to learn.
    [Theory]
    [MemberData(nameof(Rules))]
    public void It_leaves_a_healthy_run_alone_in_its_first_epoch(string id)
        => Assert.Empty(Find(id).Examine(Healthy with { Epochs = Evidence.Epochs([0.7]), HasEnded = false }));

    private static HealthLook Look => Evidence.Look(Evidence.Weight(), Evidence.Weight(), Evidence.Weight());

    private static HealthEvidence Start => Evidence.OfStart((2, 0), (1.5, 0));

    private static HealthEvidence Healthy { get; } = Start with
    {
        Layers = [Evidence.Layer(units: 8, zeros: 0.98), Evidence.Layer(units: 8, name: "relu2", zeros: 0.5)],
        LayersAtStart = [Evidence.Layer(units: 8, zeros: 0.98), Evidence.Layer(units: 8, name: "relu2", zeros: 0.5)],
        BornDead = new(new(0, 2000), IsThisOne: false, Rows: 256),
        Looks = [.. Start.Looks, Look, Look, Look, Look],
        Epochs = Evidence.Epochs([0.7, 0.5, 0.4, 0.35, 0.32, 0.31, 0.305, 0.303, 0.302, 0.301]),
        Classes = [("yes", 40), ("no", 60)],
        Task = TaskKind.Classification,
        Loss = "cross-entropy",
        LearningRate = 0.01f,
        BaselineLoss = 0.7,
        Penalties = new Penalties(0, 1e-4f),
    };

    private static IHealthRule Find(string id) => RuleCatalog.All.Single(rule => rule.Id == id);

    private static Finding[] NotEmpty(IEnumerable<Finding> findings)
    {
        Finding[] all = [.. findings];
        Assert.NotEmpty(all);
        return all;
    }

    [GeneratedRegex(@"^[A-Z0-9a-z].*\.$")]
    private static partial Regex Sentence { get; }
}
