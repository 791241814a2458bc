using Rectify.Data;
using Rectify.Networks;
using Rectify.Training;

namespace Rectify.Tests.Training;

public sealed class TrainerTests
{
    private static readonly TrainingPlan Plan = new() { Loss = new CrossEntropy(), LearningRate = 0.01f, Epochs = 8, Threads = 1 };

    [Fact]
    public void Events_come_in_order_and_count_rightly()
    {
        List<TrainingEvent> events = [];
        long steps = 0;
        var listener = new Listener(e =>
        {
            if (e is TrainingEvent.Stepped step) { Assert.Equal(++steps, step.Step); }
            else if (e is not TrainingEvent.Planned) { events.Add(e); }
        });
        var trainer = new Trainer(Problems.Classifier(), Plan with { Epochs = 3 });
        TrainingResult result = trainer.Fit(Problems.Moons(70), Problems.Moons(20, seed: 2), [listener]);

        var started = Assert.IsType<TrainingEvent.Started>(events[0]);
        Assert.Equal((3, 3, 70, 20), (started.Epochs, started.StepsPerEpoch, started.TrainingRows, started.ValidationRows));
        Assert.Equal([1, 2, 3], events.OfType<TrainingEvent.EpochEnded>().Select(e => e.Epoch));
        Assert.Equal([3, 6, 9], events.OfType<TrainingEvent.EpochEnded>().Select(e => e.Step));
        Assert.Equal(new TrainingEvent.Ended(StopReason.EpochsDone, 3, result.BestEpoch, result.Seconds), events[^1]);
        Assert.Equal((9, 9), (steps, result.Steps));
    }

    [Fact]
    public void Early_stopping_ends_after_patience_and_puts_the_best_epoch_back()
    {
        Network network = Problems.Classifier();
        ArraySource validation = Problems.Noise(60, seed: 2);
        Dictionary<int, float[]> rows = [];
        double best = 0;
        TrainingPlan plan = Plan with { Epochs = 500, Patience = 4 };
        TrainingResult result = new Trainer(network, plan).Fit(Problems.Noise(60, seed: 3), validation, [OnEpoch(e =>
        {
            rows[e.Epoch] = network.Row.ToArray();
            best = e.BestLoss;
        })]);

        Assert.Equal(StopReason.EarlyStop, result.Reason);
        Assert.Equal(result.BestEpoch + 4, result.Epochs);
        Assert.Equal(rows[result.BestEpoch], network.Row.ToArray());
        Assert.Equal(best, new Evaluator(network, validation).MeanLoss(validation, plan.Loss));
    }

    [Fact]
    public void Patience_0_never_stops_but_still_puts_the_best_epoch_back()
    {
        Network network = Problems.Classifier();
        Dictionary<int, float[]> rows = [];
        TrainingResult result = new Trainer(network, Plan with { Epochs = 60, Patience = 0 })
            .Fit(Problems.Noise(60, seed: 3), Problems.Noise(60, seed: 2), [OnEpoch(e => rows[e.Epoch] = network.Row.ToArray())]);

        Assert.Equal((StopReason.EpochsDone, 60), (result.Reason, result.Epochs));
        Assert.InRange(result.BestEpoch, 1, 59);
        Assert.Equal(rows[result.BestEpoch], network.Row.ToArray());
    }

    [Fact]
    public void Time_that_is_over_ends_the_run_after_the_step()
    {
        TrainingResult result = new Trainer(Problems.Classifier(), Plan with { MaxTime = TimeSpan.Zero }).Fit(Problems.Moons(50), null);

        Assert.Equal((StopReason.TimeUp, 1, 1, 1), (result.Reason, result.Epochs, result.BestEpoch, result.Steps));
    }

    [Fact]
    public void Cancelling_stops_after_the_step_and_judges_the_epoch_that_was_cut_short()
    {
        Network network = Problems.Classifier();
        using var cancellation = new CancellationTokenSource();
        Dictionary<int, float[]> rows = [];
        TrainingResult result = new Trainer(network, Plan).Fit(Problems.Moons(96), Problems.Moons(50, seed: 2), [new Listener(e =>
        {
            if (e is TrainingEvent.EpochEnded ended) { rows[ended.Epoch] = network.Row.ToArray(); }
            if (e is TrainingEvent.Stepped { Step: 8 }) { cancellation.Cancel(); }
        })], cancellation.Token);

        Assert.Equal((StopReason.Cancelled, 3, 3, 8), (result.Reason, result.Epochs, result.BestEpoch, result.Steps));
        Assert.Equal(rows[3], network.Row.ToArray());
    }

    [Fact]
    public void Cancelling_keeps_an_earlier_epoch_where_that_was_better()
    {
        Network network = Problems.Classifier();
        using var cancellation = new CancellationTokenSource();
        float[] afterSecond = [];
        TrainingResult result = new Trainer(network, Plan).Fit(Problems.Moons(96), Problems.Moons(50, seed: 2), [new Listener(e =>
        {
            // Weights of zero say the same of every row, which is worse than what two epochs have learned.
            if (e is TrainingEvent.EpochEnded { Epoch: 2 }) { afterSecond = network.Row.ToArray(); }
            if (e is TrainingEvent.Stepped { Step: 8 })
            {
                network.Row.Clear();
                cancellation.Cancel();
            }
        })], cancellation.Token);

        Assert.Equal((StopReason.Cancelled, 2), (result.Reason, result.BestEpoch));
        Assert.Equal(afterSecond, network.Row.ToArray());
    }

    [Fact]
    public void Cancelling_before_the_first_step_gives_back_the_weights_it_started_with()
    {
        Network network = Problems.Classifier();
        float[] start = network.Row.ToArray();
        CancellationToken cancelled = new(canceled: true);
        TrainingResult result = new Trainer(network, Plan).Fit(Problems.Moons(96), null, cancellation: cancelled);

        Assert.Equal((StopReason.Cancelled, 0, 0), (result.Reason, result.Epochs, result.BestEpoch));
        Assert.Equal(start, network.Row.ToArray());
    }

    [Fact]
    public void At_learning_rate_0_nothing_moves()
    {
        foreach (OptimizerEntry entry in OptimizerCatalog.All)
        {
            Network network = Problems.Classifier();
            float[] start = network.Row.ToArray();
            new Trainer(network, Plan with { LearningRate = 0, Optimizer = entry.Create(0.9f, false) }).Fit(Problems.Moons(40), null);

            Assert.Equal(start, network.Row.ToArray());
        }
    }

    [Theory]
    [InlineData(1e15f, true, "the loss")]
    [InlineData(1e15f, false, "the loss")]
    [InlineData(1e25f, true, "dense2")]
    [InlineData(float.MaxValue, true, "dense2")]
    public void Divergence_is_told_with_its_layer_and_step_and_leaves_finite_weights(float learningRate, bool validates, string layer)
    {
        Network network = Problems.Regressor();
        TrainingEvent.Diverged? told = null;
        var listener = new Listener(e => told = e as TrainingEvent.Diverged ?? told);
        ArraySource? validation = validates ? Problems.Parabola(32) : null;
        TrainingResult result = new Trainer(network, Descent(learningRate)).Fit(Problems.Parabola(64), validation, [listener]);

        Assert.Equal(StopReason.Diverged, result.Reason);
        Assert.Same(result.Divergence, told);
        Assert.NotNull(told);
        Assert.InRange(told.Step, 1, 8);
        Assert.Equal(layer, told.Layer);
        Assert.All(network.Row.ToArray(), weight => Assert.True(float.IsFinite(weight)));
    }

    // The last step of the last epoch makes weights infinite, and no loss is computed any more that would show it.
    [Fact]
    public void Weights_that_leave_the_range_in_the_last_step_are_noticed_too()
    {
        Network network = Problems.Regressor();
        TrainingPlan plan = Descent(float.MaxValue) with { Epochs = 1, BatchSize = 64 };
        TrainingResult result = new Trainer(network, plan).Fit(Problems.Parabola(64), null);

        Assert.Equal(StopReason.Diverged, result.Reason);
        Assert.All(network.Row.ToArray(), weight => Assert.True(float.IsFinite(weight)));
    }

    [Theory]
    [InlineData(1, 32)]
    [InlineData(2, 32)]
    [InlineData(10, 1000)]
    [InlineData(33, 32)]
    public void Any_number_of_rows_and_any_batch_size_trains(int rows, int batchSize)
    {
        Network network = Problems.Classifier(new NetworkDesign { Hidden = [8], BatchNorm = true, Dropout = 0.1f });
        float[] start = network.Row.ToArray();
        TrainingPlan plan = Plan with { BatchSize = batchSize, Epochs = 2, Patience = 0 };
        TrainingResult result = new Trainer(network, plan).Fit(Problems.Noise(rows, seed: 1), null);

        Assert.Equal(2 * ((rows + batchSize - 1) / batchSize), result.Steps);
        Assert.NotEqual(start, network.Row.ToArray());
    }

    [Fact]
    public void A_short_last_batch_counts_for_its_rows_in_the_epochs_loss()
    {
        // At learning rate 0 the mean over batches of 32, 32 and 6 rows must be the mean over the 70 rows.
        Network network = Problems.Classifier();
        ArraySource moons = Problems.Moons(70);
        double training = 0, validation = 0;
        Listener listener = OnEpoch(e => (training, validation) = (e.TrainingLoss, e.ValidationLoss));
        new Trainer(network, Plan with { LearningRate = 0, Epochs = 1 }).Fit(moons, moons, [listener]);

        Assert.Equal(validation, training, 1e-7);
    }

    [Fact]
    public void Clipping_scales_a_long_gradient_down_to_its_limit_and_leaves_a_short_one()
    {
        Assert.Equal(0.5, StepLength(clip: 0.5f), 1e-5);
        Assert.Equal(StepLength(clip: null), StepLength(clip: 1e6f));
        Assert.True(StepLength(clip: null) > 1);
    }

    [Fact]
    public void A_penalty_is_reported_beside_the_loss()
    {
        Network network = Problems.Classifier();
        double penalty = 0, l1 = 0, l2 = 0;
        foreach (float weight in network.Row[..network.WeightLength]) { (l1, l2) = (l1 + Math.Abs(weight), l2 + (double)weight * weight); }
        TrainingPlan plan = Plan with { LearningRate = 0, Epochs = 1, Penalties = new(0.5f, 0.25f) };
        new Trainer(network, plan).Fit(Problems.Moons(40), null, [OnEpoch(e => penalty = e.Penalty)]);

        Assert.Equal(0.5 * l1 + 0.125 * l2, penalty, 1e-6);
    }

    [Fact]
    public void An_activation_penalty_makes_outputs_sparse()
    {
        Assert.True(ZeroShare(activationL1: 0.05f) > ZeroShare(activationL1: 0) + 0.1);

        static double ZeroShare(float activationL1)
        {
            Network network = Problems.Classifier(new NetworkDesign { Hidden = [32, 32] });
            ArraySource moons = Problems.Moons(200);
            new Trainer(network, Plan with { ActivationL1 = activationL1, Epochs = 30 }).Fit(moons, null);
            return new Rectify.Health.Census(network, moons).Take().Average(layer => layer.Zeros);
        }
    }

    [Fact]
    public void Data_that_do_not_fit_are_told()
    {
        Says("There are no training rows.", Problems.Classifier(), new ArraySource([], [], 2));
        var wide = new ArraySource(new float[6], new float[2], 3);
        Says("The network takes 2 numbers per sample, but the data have 3.", Problems.Classifier(), wide);
        Says("cross-entropy takes 1 numbers per target here, but the data have 2.", Problems.Classifier(),
            new ArraySource(new float[4], new float[4], new Rectify.Kernels.Shape(2), new Rectify.Kernels.Shape(2)));

        Assert.Equal(
            "The network takes 2 numbers per sample, but the data have 3.",
            Assert.Throws<ArgumentException>(() => new Trainer(Problems.Classifier(), Plan).Fit(Problems.Moons(8), wide)).Message);
        Assert.Equal(
            "A batch of 0 rows is out of range: it takes 1 or more.",
            Assert.Throws<ArgumentException>(
                () => new Trainer(Problems.Classifier(), Plan with { BatchSize = 0 }).Fit(Problems.Moons(8), null)).Message);

        static void Says(string sentence, Network network, SampleSource rows)
            => Assert.Equal(sentence, Assert.Throws<ArgumentException>(() => new Trainer(network, Plan).Fit(rows, null)).Message);
    }

    private static TrainingPlan Descent(float learningRate)
        => Plan with { Loss = new SquaredError(), Optimizer = new Sgd(), LearningRate = learningRate };

    private static double StepLength(float? clip)
    {
        Network network = Problems.Regressor();
        float[] start = network.Row.ToArray();
        new Trainer(network, Descent(learningRate: 1) with { Clip = clip, Epochs = 1, BatchSize = 64 }).Fit(Problems.Parabola(64), null);
        return Math.Sqrt(start.Zip(network.Row.ToArray(), (a, b) => ((double)a - b) * (a - b)).Sum());
    }

    private static Listener OnEpoch(Action<TrainingEvent.EpochEnded> on) => new(e =>
    {
        if (e is TrainingEvent.EpochEnded ended) { on(ended); }
    });
}
