using Rectify.Activations;
using Rectify.Data;
using Rectify.Kernels;
using Rectify.Networks;
using Rectify.Tests.Data;
using Rectify.Training;

namespace Rectify.Tests.Training;

/// <summary>A run that is stopped and goes on ends as if it had never been stopped, to the last bit.</summary>
public sealed class ResumeTests
{
    private static readonly NetworkDesign Small = new() { Hidden = [12, 8] };

    private static readonly TrainingPlan Plan = new()
    {
        Loss = new CrossEntropy(smoothing: 0.05f), LearningRate = 0.01f, Epochs = 4, BatchSize = 32, Threads = 1, CheckpointEvery = 1,
        Clip = 1, Penalties = new(1e-4f, 1e-4f), ActivationL1 = 1e-4f, Warmup = 3,
    };

    public static TheoryData<string, NetworkDesign> Designs => new()
    {
        { "relu", Small },
        { "dropout and batch-norm", Small with { Dropout = 0.3f, BatchNorm = true } },
        { "rrelu", Small with { Activation = Activation.Parse("rrelu") } },
        { "prelu", Small with { Activation = Activation.Parse("prelu:per-channel") } },
        { "maxout", Small with { Maxout = 3 } },
    };

    public static TheoryData<string> Optimizers => [.. OptimizerCatalog.All.Select(e => e.Name)];
    public static TheoryData<string> Schedules => [.. Schedule.All.Select(s => s.Name)];

    [Theory]
    [MemberData(nameof(Designs))]
    public void It_may_be_stopped_at_any_step_of_any_network(string _, NetworkDesign design) => EndsTheSameFromAnyStep(design, Plan);

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void With_every_optimizer(string name)
        => EndsTheSameFromAnyStep(Small, Plan with { Optimizer = OptimizerCatalog.Find(name).Create(0.9f, name == "sgd") });

    [Theory]
    [MemberData(nameof(Schedules))]
    public void And_on_every_schedule(string name) => EndsTheSameFromAnyStep(Small, Plan with { Schedule = Schedule.Find(name) });

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(11)]
    public void On_images_that_vary_from_epoch_to_epoch(int step)
    {
        TrainOptions options = new()
        {
            Design = new NetworkDesign { Channels = [4, 6], Hidden = [8], BatchNorm = true, Dropout = 0.2f },
            Augmentation = Augmentation.Parse("shift=2,flip,crop=3"), Epochs = 3, BatchSize = 16, Threads = 2, Seed = 5,
            CheckpointEvery = 1,
        };
        using Saved saved = new(step);
        ImageTraining whole = Images(), rest = Images();
        whole.Run([saved]);
        rest.Run(from: saved.Load());

        Assert.Equal(whole.Model.Network.Row.ToArray(), rest.Model.Network.Row.ToArray());

        ImageTraining Images() => new(new ImageParts(DrawnDigits.Make(seed: 1, count: 80)), options);
    }

    [Fact]
    public void Its_epochs_are_told_once_and_with_the_same_numbers()
    {
        List<TrainingEvent> whole = [], first = [], rest = [];
        using Saved saved = new(step: 7);
        using var cancellation = new CancellationTokenSource();
        Fit(Small, Plan, null, Keep(whole));
        Fit(Small, Plan, null, [saved, new Listener(e => { if (e is TrainingEvent.Stepped { Step: 7 }) { cancellation.Cancel(); } }),
            .. Keep(first)], cancellation.Token);
        Checkpoint from = saved.Load();
        Fit(Small, Plan, from, Keep(rest));

        // The third epoch was cut short: it counts for the run that was stopped, and is told again, whole, by the one that goes on.
        Assert.Equal(3, first.OfType<TrainingEvent.EpochEnded>().Last().Epoch);
        Assert.Equal((2, 7), (from.Epochs, from.Steps));
        Assert.Equal([3, 4], rest.OfType<TrainingEvent.EpochEnded>().Select(e => e.Epoch));
        Assert.Equal(
            whole.OfType<TrainingEvent.EpochEnded>().Skip(2).Select(e => e with { Seconds = 0 }),
            rest.OfType<TrainingEvent.EpochEnded>().Select(e => e with { Seconds = 0 }));
        Assert.IsType<TrainingEvent.Started>(rest[0]);
        Assert.IsType<TrainingEvent.Resumed>(rest[1]);

        static Listener[] Keep(List<TrainingEvent> events) => [new Listener(e =>
        {
            if (e is not (TrainingEvent.Planned or TrainingEvent.Stepped or TrainingEvent.CheckpointReached)) { events.Add(e); }
        })];
    }

    [Fact]
    public void It_may_be_stopped_while_an_epoch_is_judged()
    {
        // Three batches of rows to judge by. The end is asked for in the first of them, at the end of the second epoch.
        SampleSource validation = Problems.Moons(600, seed: 2);
        (bool isAsked, int judged) = (false, 0);
        List<TrainingEvent.EpochEnded> epochs = [];
        using Saved saved = new(step: int.MaxValue);
        using CancellationTokenSource end = new();
        TrainingResult cut = new Trainer(Problems.Classifier(Small), Plan).Fit(
            Problems.Moons(70),
            new Told(validation, () =>
            {
                if (!isAsked) { return; }
                judged++;
                end.Cancel();
                Thread.Sleep(TimeSpan.FromSeconds(1));
            }),
            [saved, new Listener(e =>
            {
                isAsked |= e is TrainingEvent.Stepped { Step: 6 };
                if (e is TrainingEvent.EpochEnded ended) { epochs.Add(ended); }
            })],
            end.Token);
        Checkpoint from = saved.Load();

        // It is not kept waiting, and what is kept of the epoch has no part in how the run goes on.
        Assert.Equal((StopReason.Cancelled, 2, 1), (cut.Reason, cut.Epochs, judged));
        Assert.Equal((1, 6, 1), (from.Epochs, from.Steps, from.Position.BestEpoch));
        Assert.True(double.IsFinite(epochs[1].ValidationLoss));
        Network whole = Problems.Classifier(Small), rest = Problems.Classifier(Small);
        new Trainer(whole, Plan).Fit(Problems.Moons(70), validation);
        new Trainer(rest, Plan).Fit(Problems.Moons(70), validation, from: from);
        Assert.Equal(whole.Row.ToArray(), rest.Row.ToArray());
    }

    [Fact]
    public void A_run_that_is_done_is_done_at_once()
    {
        using Saved saved = new(step: int.MaxValue);
        Network whole = Fit(Small, Plan, null, [saved]).Network;
        (Network rest, TrainingResult result) = Fit(Small, Plan, saved.Load());

        Assert.Equal(whole.Row.ToArray(), rest.Row.ToArray());
        Assert.Equal((StopReason.EpochsDone, 4, 12), (result.Reason, result.Epochs, result.Steps));
    }

    [Fact]
    public void More_epochs_go_on_where_fewer_ended()
    {
        using Saved saved = new(step: int.MaxValue);
        Fit(Small, Plan with { Epochs = 2 }, null, [saved]);
        Network more = Fit(Small, Plan, saved.Load()).Network;

        Assert.Equal(Fit(Small, Plan, null).Network.Row.ToArray(), more.Row.ToArray());
    }

    [Fact]
    public void Without_a_step_count_there_is_a_checkpoint_after_each_epoch()
    {
        List<(int, long, bool)> told = [];
        Fit(Small, Plan with { CheckpointEvery = null }, null, [new Listener(e =>
        {
            if (e is TrainingEvent.CheckpointReached c) { told.Add((c.Checkpoint.Epochs, c.Checkpoint.Steps, c.IsLast)); }
        })]);

        Assert.Equal([(1, 3, false), (2, 6, false), (3, 9, false), (4, 12, true)], told);
    }

    [Fact]
    public void What_an_observer_notes_comes_back()
    {
        using TemporaryFile file = new([]);
        Fit(Small, Plan, null, [new Listener(e =>
        {
            if (e is not TrainingEvent.CheckpointReached reached) { return; }
            reached.Checkpoint.Note("mine", () => "seen");
            reached.Checkpoint.Save(file.Path);
        })]);

        Assert.Equal("seen", Checkpoint.Load(file.Path).NoteOf("mine"));
        Assert.Null(Checkpoint.Load(file.Path).NoteOf("another's"));
    }

    [Fact]
    public void A_checkpoint_of_another_network_or_of_other_data_is_refused()
    {
        using Saved saved = new(step: 3);
        Fit(Small, Plan, null, [saved]);
        Checkpoint from = saved.Load();

        Assert.Contains("another network", Refusal(() => Fit(Small with { Hidden = [12, 9] }, Plan, from)));
        Assert.Contains("data are no longer", Refusal(() => Fit(Small, Plan, from, rows: 71)));
        Assert.Contains("data are no longer", Refusal(() => Fit(Small, Plan, from, seed: 3)));

        static string Refusal(Action fit) => Assert.Throws<ArgumentException>(fit).Message;
    }

    [Fact]
    public void A_file_that_is_no_checkpoint_or_was_altered_is_refused()
    {
        using Saved saved = new(step: 3);
        Fit(Small, Plan, null, [saved]);
        byte[] bytes = File.ReadAllBytes(saved.Path);
        foreach (byte[] altered in (byte[][])[bytes[..^1], [.. bytes[..^5], (byte)(bytes[^5] ^ 1), .. bytes[^4..]], [], [1, 2, 3]])
        {
            using TemporaryFile file = new(altered);
            Assert.Contains(file.Path, Assert.Throws<DataException>(() => Checkpoint.Load(file.Path)).Message);
        }
    }

    // A checkpoint after every step; each of them has to lead to the same end.
    private static void EndsTheSameFromAnyStep(NetworkDesign design, TrainingPlan plan)
    {
        string folder = Directory.CreateTempSubdirectory("rectify").FullName;
        List<string> files = [];
        Network whole = Fit(design, plan, null, [new Listener(e =>
        {
            if (e is not TrainingEvent.CheckpointReached reached) { return; }
            files.Add(Path.Combine(folder, $"{files.Count}"));
            reached.Checkpoint.Save(files[^1]);
        })]).Network;

        Assert.Equal(12, files.Count);
        foreach (string file in files)
        {
            Network rest = Fit(design, plan, Checkpoint.Load(file)).Network;
            Assert.Equal(whole.Row.ToArray(), rest.Row.ToArray());
        }
        Directory.Delete(folder, recursive: true);
    }

    private static (Network Network, TrainingResult Result) Fit(
        NetworkDesign design, TrainingPlan plan, Checkpoint? from, IReadOnlyList<ITrainingObserver>? observers = null,
        CancellationToken cancellation = default, int rows = 70, ulong seed = 2)
    {
        Network network = Problems.Classifier(design);
        TrainingResult result = new Trainer(network, plan).Fit(
            Problems.Moons(rows), Problems.Moons(30, seed), observers, cancellation, from);
        return (network, result);
    }

    /// <summary>Another source's rows, where it is told whenever they are read.</summary>
    private sealed class Told(SampleSource source, Action read) : SampleSource
    {
        public override int Count => source.Count;
        public override Shape InputShape => source.InputShape;
        public override Shape TargetShape => source.TargetShape;

        public override void Fill(ReadOnlySpan<int> rows, Span<float> inputs, Span<float> targets)
        {
            read();
            source.Fill(rows, inputs, targets);
        }
    }

    /// <summary>Keeps the checkpoint of a step on disk, or the last one there is before it.</summary>
    private sealed class Saved(int step) : ITrainingObserver, IDisposable
    {
        private readonly TemporaryFile _file = new([]);

        public string Path => _file.Path;

        public void On(TrainingEvent e)
        {
            if (e is TrainingEvent.CheckpointReached reached && reached.Checkpoint.Steps <= step) { reached.Checkpoint.Save(Path); }
        }

        public Checkpoint Load() => Checkpoint.Load(Path);

        public void Dispose() => _file.Dispose();
    }
}
