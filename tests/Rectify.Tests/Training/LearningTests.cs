using Rectify.Data;
using Rectify.Networks;
using Rectify.Training;

namespace Rectify.Tests.Training;

public sealed class LearningTests
{
    // What the noise of each set allows, less a margin of two or more per cent: a worse score is a broken engine.
    [Theory]
    [InlineData("moons", 0.95)]
    [InlineData("circles", 0.93)]
    [InlineData("blobs", 0.95)]
    [InlineData("spirals", 0.95)]
    public void The_defaults_tell_the_classes_of_a_plane_apart(string name, double accuracy)
    {
        var training = new TableTraining(SyntheticData.Make(name, seed: 1), "class", new TrainOptions { Threads = 1 });
        training.Run();

        Assert.InRange(((ClassScore)training.Score(training.Test)).Accuracy, accuracy, 1);
    }

    [Theory]
    [InlineData("mse")]
    [InlineData("mae")]
    [InlineData("huber")]
    public void A_known_function_is_learned_by_any_loss_of_numbers(string loss)
    {
        Network network = Problems.Regressor(new NetworkDesign { Hidden = [32, 32] });
        ArraySource rows = Problems.Parabola(400);
        var plan = new TrainingPlan
        {
            Loss = LossCatalog.Find(loss).Create(0, null),
            LearningRate = 0.01f,
            Epochs = 60,
            Schedule = Schedule.Find("cosine"),
            Threads = 1,
        };
        new Trainer(network, plan).Fit(rows, null);

        // The targets' variance is 2.76.
        Assert.InRange(new Evaluator(network, rows).MeanLoss(rows, new SquaredError()), 0, 0.03);
    }

    [Fact]
    public void Every_loss_is_in_the_catalog_under_its_own_name()
    {
        HashSet<Type> made = [.. LossCatalog.All.Select(e => e.Create(0, null).GetType())];

        IEnumerable<Type> losses = typeof(Loss).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Loss)) && !t.IsAbstract);
        Assert.All(losses, t => Assert.Contains(t, made));
        Assert.All(LossCatalog.All, e => Assert.Equal((e.Name, e.IsForClasses), (e.Create(0, null).Name, e.Create(0, null).IsForClasses)));
        Assert.Equal(
            "There is no loss called 'hinge'. Known: cross-entropy, bce, mse, mae, huber.",
            Assert.Throws<ArgumentException>(() => LossCatalog.Find("hinge")).Message);
    }
}
