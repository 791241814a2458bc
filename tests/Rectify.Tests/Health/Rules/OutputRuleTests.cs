using Rectify.Data;
using Rectify.Health;
using Rectify.Networks;

namespace Rectify.Tests.Health;

public sealed class OutputRuleTests
{
    [Theory]
    [InlineData("softmax", 2, "mse", null)]
    [InlineData(null, 2, "cross-entropy", null)]
    [InlineData(null, 1, "bce", null)]
    [InlineData(null, 1, "mse", null)]
    [InlineData("leaky-relu", 1, "mse", null)]
    [InlineData("relu", 1, "mse", "relu cuts off the numbers that the loss needs below 0, and passes no gradient there.")]
    [InlineData("relu", 2, "cross-entropy", "relu cuts off the scores that the loss needs below 0, and passes no gradient there.")]
    [InlineData("tanh", 1, "mse", "tanh keeps the numbers that the loss needs between its ends.")]
    [InlineData("sigmoid", 3, "cross-entropy",
        "sigmoid keeps the scores that the loss needs between its ends, and judges exclusive classes one by one.")]
    [InlineData(null, 1, "cross-entropy", "A softmax over one unit is 1 whatever goes in: no gradient passes.")]
    [InlineData("softmax", 1, "mse", "A softmax over one unit is 1 whatever goes in: no gradient passes.")]
    [InlineData("softmax", 2, "cross-entropy", "Softmax is applied 2 times, for cross-entropy takes it itself: "
        + "the second sees numbers from 0 to 1 and can hardly tell them apart.")]
    [InlineData("softmax,softmax", 2, "mse",
        "Softmax is applied 2 times: the second sees numbers from 0 to 1 and can hardly tell them apart.")]
    [InlineData("softmax,softmax", 2, "cross-entropy", "Softmax is applied 3 times, for cross-entropy takes it itself: "
        + "the second sees numbers from 0 to 1 and can hardly tell them apart.")]
    public void A_last_layer_is_wrong_where_the_loss_cannot_learn_through_it(string? last, int outputs, string loss, string? message)
    {
        Network network = new NetworkDesign { Hidden = [3], OutputActivation = last }.Build(2, outputs);
        Finding[] findings = [.. new OutputLayer().Examine(Evidence.None with { Network = network, Loss = loss })];

        Assert.Equal(message is null ? [] : [message], findings.Select(f => f.Message));
        Assert.All(findings, finding =>
        {
            bool keepsAGradient = last is "tanh" or "sigmoid";
            Assert.Equal(keepsAGradient ? Severity.Warning : Severity.Error, finding.Severity);
            Assert.Equal((network.Nodes[^1].Name, 0, 0L), (finding.Layer, finding.Epoch, finding.Step));
            Assert.Equal((outputs, outputs), (finding.UnitCount, finding.UnitsTotal));
        });
    }

    [Fact]
    public void A_sigmoid_over_one_unit_before_cross_entropy_is_wrong_twice()
    {
        Network network = new NetworkDesign { Hidden = [3], OutputActivation = "sigmoid" }.Build(2, 1);
        Finding[] findings = [.. new OutputLayer().Examine(Evidence.None with { Network = network, Loss = "cross-entropy" })];

        Assert.Equal([Severity.Error, Severity.Warning], findings.Select(f => f.Severity));
        Assert.Equal("sigmoid keeps the scores that the loss needs between its ends.", findings[1].Message);
    }

    [Fact]
    public void What_is_not_known_is_not_judged()
    {
        Network network = new NetworkDesign { OutputActivation = "relu" }.Build(2, 1);
        Assert.Empty(new OutputLayer().Examine(Evidence.None with { Network = network }));
        Assert.Empty(new OutputLayer().Examine(Evidence.None with { Loss = "mse" }));
        Assert.Empty(new WrongLoss().Examine(Evidence.None with { Loss = "mse" }));
        Assert.Empty(new WrongLoss().Examine(Evidence.None with { Task = TaskKind.Classification }));
    }

    [Theory]
    [InlineData("mse", TaskKind.Classification, true)]
    [InlineData("mae", TaskKind.Classification, true)]
    [InlineData("huber", TaskKind.Classification, true)]
    [InlineData("cross-entropy", TaskKind.Classification, false)]
    [InlineData("bce", TaskKind.Classification, false)]
    [InlineData("mse", TaskKind.Regression, false)]
    [InlineData("mse", TaskKind.Reconstruction, false)]
    public void A_loss_for_numbers_is_wrong_for_classes(string loss, TaskKind task, bool isWrong)
    {
        Finding[] findings = [.. new WrongLoss().Examine(Evidence.None with { Loss = loss, Task = task })];

        Assert.Equal(
            isWrong ? [$"{loss} measures distances between numbers, but classes have none: a confident mistake hardly moves it."] : [],
            findings.Select(f => f.Message));
        Assert.All(findings, f => Assert.Equal((Severity.Warning, null, 0, 0L), (f.Severity, f.Layer, f.Epoch, f.Step)));
    }
}
