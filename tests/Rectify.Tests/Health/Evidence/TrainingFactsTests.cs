using Rectify.Data;
using Rectify.Health;
using Rectify.Networks;
using Rectify.Training;

namespace Rectify.Tests.Health;

public sealed class TrainingFactsTests
{
    private static readonly Table Rows = new(
        "rows",
        new NumberColumn("x", [.. Enumerable.Range(0, 100).Select(i => (float)(i * 37 % 101))]),
        new CategoryColumn("class", Enumerable.Range(0, 100).Select(i => i % 4 == 0 ? "a" : "b")));

    [Fact]
    public void Data_network_and_plan_are_told()
    {
        TrainOptions options = new() { LearningRate = 0.02f, Penalties = new(1, 2), Design = new NetworkDesign { Hidden = [3] } };
        TableTraining training = new(Rows, "class", options);
        BornDeadForecast bornDead = new(new(1, 20), IsThisOne: false, Rows: 7);
        HealthEvidence facts = TrainingFacts.Of(training, bornDead);

        Assert.Same(training.Model.Network, facts.Network);
        Assert.Equal((bornDead, "cross-entropy", TaskKind.Classification), (facts.BornDead, facts.Loss, facts.Task));
        Assert.Equal((0.02f, new Penalties(1, 2)), (facts.LearningRate, facts.Penalties));
        Assert.Equal("x", Assert.Single(facts.Inputs!.Inputs).Name);
        Assert.Equal(1, facts.Inputs.MeanSquare, 1e-5);
        Assert.Equal(["a", "b"], facts.Classes.Select(c => c.Label).Order());
        Assert.Equal(training.Training.Count, facts.Classes.Sum(c => c.Count));
        Assert.Empty(facts.Layers);
    }

    [Fact]
    public void The_constants_loss_is_that_on_the_rows_that_decide_or_else_on_those_that_are_learned()
    {
        TableTraining with = new(Rows, "class", new TrainOptions { Validation = 0.2 });
        TableTraining without = new(Rows, "class", new TrainOptions { Validation = 0 });

        Assert.NotEqual(0, with.Validation.Count);
        Assert.Equal(with.ScoreBaseline(with.Validation).Loss, TrainingFacts.Of(with).BaselineLoss);
        Assert.Equal(0, without.Validation.Count);
        Assert.Equal(without.ScoreBaseline(without.Training).Loss, TrainingFacts.Of(without).BaselineLoss);
        Assert.Null(TrainingFacts.Of(with).BornDead);
    }
}
