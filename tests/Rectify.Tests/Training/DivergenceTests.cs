using Rectify.Data;
using Rectify.Kernels;
using Rectify.Networks;
using Rectify.Tests.Data;
using Rectify.Training;

namespace Rectify.Tests.Training;

/// <summary>A number that becomes NaN or infinite is noticed in the step that makes it, with the layer in which it was made.</summary>
public sealed class DivergenceTests
{
    private static readonly TrainingPlan Plan = new()
    {
        Loss = new SquaredError(), Optimizer = new Sgd(), LearningRate = 0.01f, Epochs = 5, BatchSize = 32, Threads = 1,
    };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void Weights_that_leave_the_range_are_noticed_in_that_step(int step)
    {
        // A rate of 0 until the step, and then one that no weight can take.
        Schedule jump = new("jump", "", t => t * 10 >= step - 1.5 ? 1 : 0);
        (TrainingEvent.Diverged told, Network network) = Diverge(Plan with { Schedule = jump, LearningRate = float.MaxValue });

        Assert.Equal(step, told.Step);
        Assert.True(double.IsFinite(told.Loss));
        Assert.All(network.Row.ToArray(), weight => Assert.True(float.IsFinite(weight)));
    }

    [Theory]
    [InlineData("dense1")]
    [InlineData("dense2")]
    [InlineData("dense3")]
    public void The_layer_whose_output_leaves_the_range_is_named(string layer)
    {
        (TrainingEvent.Diverged told, _) = Diverge(
            Plan, network => network.Nodes.Single(n => n.Name == layer).Layer.Parameters[0].Value.Fill(float.MaxValue));

        Assert.Equal((layer, 1), (told.Layer, told.Step));
    }

    [Fact]
    public void A_gradient_that_leaves_the_range_is_named_by_the_layer_it_comes_from()
    {
        // Outputs of 1e25, about 1 and 1e20: all finite. The gradient by the second weights is the first two factors' product.
        (TrainingEvent.Diverged told, _) = Diverge(Plan with { Loss = new AbsoluteError() }, network =>
        {
            Scale(network, "dense1", 1e25f);
            Scale(network, "dense2", 1e-25f);
            Scale(network, "dense3", 1e20f);
        });

        Assert.Equal((1, "dense2"), (told.Step, told.Layer));
        Assert.True(double.IsFinite(told.Loss));
    }

    [Theory]
    [InlineData("adam")]
    [InlineData("adamw")]
    [InlineData("rmsprop")]
    public void A_square_of_a_gradient_that_leaves_the_range_does_not_freeze_its_weight_unnoticed(string optimizer)
    {
        // A gradient of 1e25 is a number; its square is none, and a step divided by that would be 0 for ever.
        TrainingPlan plan = Plan with { Loss = new AbsoluteError(), Optimizer = OptimizerCatalog.Find(optimizer).Create(0, false) };
        (TrainingEvent.Diverged told, _) = Diverge(plan, network => network.Nodes[0].Layer.Parameters[0].Value[0] = 1e25f);

        Assert.Equal((1, "dense2"), (told.Step, told.Layer));
    }

    [Fact]
    public void Running_statistics_that_leave_the_range_are_noticed()
    {
        // Batch normalization hides the size of its inputs: outputs and loss stay small, the variance it remembers does not.
        Network network = new NetworkDesign { Hidden = [8], BatchNorm = true }.Build(2, 1);
        network.Initialize(Initializer.Parse("he"), 1);
        Scale(network, "dense1", 1e22f);
        TrainingEvent.Diverged told = Fit(network, Plan)!;

        Assert.Equal((1, "batch-norm1"), (told.Step, told.Layer));
    }

    [Fact]
    public void Clipping_takes_gradients_whose_squares_leave_single_precision()
    {
        Network network = Problems.Regressor();
        network.Nodes[^1].Layer.Parameters[0].Value.Fill(1e12f);
        float[] start = network.Row.ToArray();
        Fit(network, Plan with { Clip = 1e9f, Loss = new AbsoluteError(), Epochs = 1 });

        Assert.NotEqual(start, network.Row.ToArray());
    }

    [Fact]
    public void What_goes_on_after_a_divergence_begins_at_the_best_epoch_and_remembers_no_step()
    {
        using TemporaryFile file = new([]);
        float[] best = [];
        int bestEpoch = 0;
        Schedule late = new("late", "", t => t < 0.55 ? 1 : float.MaxValue);
        Network network = Problems.Regressor();
        ArraySource rows = Problems.Parabola(64);
        TrainingPlan plan = Plan with { Optimizer = new Adam() };
        TrainingResult result = new Trainer(network, plan with { Schedule = late }).Fit(rows, rows, [new Listener(e =>
        {
            if (e is TrainingEvent.EpochEnded ended && ended.Epoch == ended.BestEpoch)
            {
                (best, bestEpoch) = (network.Row.ToArray(), ended.Epoch);
            }
            if (e is TrainingEvent.CheckpointReached reached) { reached.Checkpoint.Save(file.Path); }
        })]);
        Checkpoint from = Checkpoint.Load(file.Path);

        Assert.Equal(StopReason.Diverged, result.Reason);
        Assert.Equal((true, bestEpoch, 2 * bestEpoch), (from.HasDiverged, from.Epochs, from.Steps));

        float[] resumed = [];
        Network again = Problems.Regressor(seed: 9);
        TrainingResult rest = new Trainer(again, plan with { LearningRate = 1e-4f }).Fit(rows, rows, [new Listener(e =>
        {
            if (e is TrainingEvent.Resumed) { resumed = again.Row.ToArray(); }
        })], from: from);
        Assert.Equal(best, resumed);
        Assert.Equal((StopReason.EpochsDone, 5), (rest.Reason, rest.Epochs));
    }

    private static void Scale(Network network, string layer, float factor)
    {
        foreach (ref float weight in network.Nodes.Single(n => n.Name == layer).Layer.Parameters[0].Value) { weight *= factor; }
    }

    private static (TrainingEvent.Diverged Told, Network Network) Diverge(TrainingPlan plan, Action<Network>? prepare = null)
    {
        Network network = Problems.Regressor(new NetworkDesign { Hidden = [16, 16] });
        prepare?.Invoke(network);
        return (Fit(network, plan) ?? throw new InvalidOperationException("It did not diverge."), network);
    }

    private static TrainingEvent.Diverged? Fit(Network network, TrainingPlan plan)
        => new Trainer(network, plan).Fit(Problems.Parabola(64), null).Divergence;
}
