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
        Assert.Equal(with.ScoreBaseline(with.Validation).Loss, TrainingFacts.Of(with, bornDead: null).BaselineLoss);
        Assert.Equal(0, without.Validation.Count);
        Assert.Equal(without.ScoreBaseline(without.Training).Loss, TrainingFacts.Of(without, bornDead: null).BaselineLoss);
        Assert.Null(TrainingFacts.Of(with, bornDead: null).BornDead);
    }

    // Two rows of class 0 and six of class 1, whose entropy is 0.5623; two inputs.
    private static readonly ArraySource Own = new(
        [3, 0, -3, 0, 3, 0, -3, 0, 3, 0, -3, 0, 3, 0, -3, 0], [0, 0, 1, 1, 1, 1, 1, 1], inputWidth: 2);

    [Fact]
    public void Of_a_network_of_ones_own_they_are_told_from_its_plan_and_rows()
    {
        Network network = new NetworkDesign { Hidden = [3] }.Build(2, 3);
        TrainingPlan plan = new() { Loss = new CrossEntropy(), LearningRate = 0.02f, Penalties = new(1, 2) };
        HealthEvidence facts = TrainingFacts.Of(network, plan, Own);

        Assert.Same(network, facts.Network);
        Assert.Equal(("cross-entropy", TaskKind.Classification), (facts.Loss, facts.Task));
        Assert.Equal((0.02f, new Penalties(1, 2)), (facts.LearningRate, facts.Penalties));
        Assert.Equal([("input 0", 3.0), ("input 1", 0.0)], facts.Inputs!.Inputs.Select(i => (i.Name, i.RootMeanSquare)));
        Assert.Equal([("0", 2), ("1", 6), ("2", 0)], facts.Classes);

        // Half a row for the class that has none.
        Assert.Equal(-(2 * Math.Log(2 / 8.5) + 6 * Math.Log(6 / 8.5)) / 8, facts.BaselineLoss!.Value, 1e-6);
        Assert.Empty(facts.Layers);
    }

    [Fact]
    public void The_constant_is_learned_from_the_training_rows_and_judged_on_those_that_decide()
    {
        Network network = new NetworkDesign { Hidden = [3] }.Build(2, 1);
        TrainingPlan plan = new() { Loss = new SquaredError() };
        ArraySource others = new([0, 0, 0, 0], [2, 4], inputWidth: 2);

        // The mean of the training rows is 3/4.
        Assert.Equal(3 / 16.0, TrainingFacts.Of(network, plan, Own).BaselineLoss!.Value, 1e-6);
        Assert.Equal((1.25 * 1.25 + 3.25 * 3.25) / 2, TrainingFacts.Of(network, plan, Own, others).BaselineLoss!.Value, 1e-6);
        Assert.Equal(3 / 16.0, TrainingFacts.Of(network, plan, Own, Own.Take([])).BaselineLoss!.Value, 1e-6);
        Assert.Null(TrainingFacts.Of(network, plan, Own).Task);
        Assert.Empty(TrainingFacts.Of(network, plan, Own).Classes);
    }

    [Fact]
    public void One_output_tells_two_classes_apart()
    {
        Network network = new NetworkDesign { Hidden = [3] }.Build(2, 1);
        TrainingPlan plan = new() { Loss = new BinaryCrossEntropy() };
        Assert.Equal([("0", 2), ("1", 6)], TrainingFacts.Of(network, plan, Own).Classes);
    }
}
