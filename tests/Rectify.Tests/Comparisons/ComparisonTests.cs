using Rectify.Activations;
using Rectify.Comparisons;
using Rectify.Data;
using Rectify.Models;
using Rectify.Networks;
using Rectify.Training;

namespace Rectify.Tests.Comparisons;

public sealed class ComparisonTests
{
    private static readonly Table Moons = SyntheticData.Make("moons", seed: 1, count: 200);

    [Fact]
    public void Each_run_is_the_run_that_train_makes_of_the_same_options()
    {
        Comparison comparison = Of("relu", "tanh");
        ComparisonResult result = comparison.Run(TestContext.Current.CancellationToken);
        foreach ((VariantResult variant, int i) in result.Variants.Select((variant, i) => (variant, i)))
        {
            TableTraining alone = new(Moons, "class", Options(variant.Name) with { Seed = 43 });
            TrainingResult run = alone.Run(cancellation: TestContext.Current.CancellationToken);
            Assert.Equal(((ClassScore)alone.Score(alone.Test, TestContext.Current.CancellationToken)).Accuracy, variant.Scores[1]);
            Assert.Equal(run.BestEpoch, variant.Runs[1].BestEpoch);
            Model kept = comparison.Store.ModelOf(new(i, 43, 0.01f));
            Assert.Equal(alone.Model.Network.Row.ToArray(), kept.Network.Row.ToArray());
        }
        Assert.Equal("test", result.Part);
        Assert.Equal(30, result.Rows);
        Assert.Null(result.Variants[0].Difference);
    }

    [Fact]
    public void Threads_change_nothing()
    {
        ComparisonResult one = Run(Of("relu", "gelu", threads: 1)), four = Run(Of("relu", "gelu", threads: 4));
        Assert.Equal(one.Verdict, four.Verdict);
        Assert.Equal(one.Variants.SelectMany(v => v.Scores), four.Variants.SelectMany(v => v.Scores));
    }

    [Fact]
    public void Validation_chooses_the_learning_rate_of_each_variant()
    {
        ComparisonResult result = Run(new(Prepare, [new("relu", Options("relu")), new("tanh", Options("tanh"))])
        {
            Seeds = [1, 2], LearningRates = [1e-9f, 0.02f],
        });
        Assert.All(result.Variants, variant => Assert.Equal(0.02f, variant.LearningRate));
        Assert.All(result.Variants, variant => Assert.Equal(2, variant.Runs.Count));
    }

    [Fact]
    public void A_variant_that_loses_because_its_units_died_is_said_to()
    {
        TrainOptions options = Options("relu") with { Epochs = 30 };
        Variant dead = new("dead", options with { Design = options.Design with { Bias = -4 } });
        ComparisonResult result = Run(new(Prepare, [new("alive", options), dead]) { Seeds = [1, 2, 3, 4, 5] });
        Assert.StartsWith("dead is worse than alive: accuracy −0.", result.Verdict);
        Assert.StartsWith("dead loses because its units died: ", Assert.Single(result.Reasons));
        Assert.Contains("5 of 5 runs have born-dead", result.Reasons[0]);
    }

    [Fact]
    public void A_run_that_diverges_at_once_is_counted_and_spoils_nothing()
    {
        Variant lost = new("lost", Options("relu") with { LearningRate = 1e30f, Optimizer = new Sgd() });
        ComparisonResult result = Run(new(Prepare, [new("relu", Options("relu")), lost]) { Seeds = [1, 2, 3] });
        Assert.Equal(3, result.Variants[1].Diverged);
        Assert.All(result.Variants[1].Scores, score => Assert.InRange(score, 0, 1));

        VariantResult some = result.Variants[0] with
        {
            Runs = [result.Variants[0].Runs[0] with { Gradients = [] }, .. result.Variants[0].Runs.Skip(1)],
        };
        Assert.Equal(result.Variants[0].Gradients.Select(g => g.Layer), some.Gradients.Select(g => g.Layer));
        Assert.Empty((some with { Runs = [some.Runs[0]] }).Gradients);
    }

    [Fact]
    public void Where_nothing_differs_nobody_wins()
    {
        ComparisonResult result = Run(new(Prepare, [new("one", Options("relu")), new("other", Options("relu"))]) { Seeds = [1, 2, 3] });
        Assert.Equal(
            "No clear difference at n = 3. other less one: +0.0000 (−0.0338 to 0.0338); the means are equal.", result.Verdict);
        Assert.Empty(result.Reasons);
    }

    [Fact]
    public void What_was_done_is_not_done_again()
    {
        string place = Directory.CreateTempSubdirectory("rectify").FullName;
        try
        {
            string path = Path.Combine(place, "c");
            using CancellationTokenSource end = new();
            using (ComparisonFolder folder = ComparisonFolder.Create(path, "moons"))
            {
                folder.WritePlan([]);
                Comparison stopped = Of("relu", "gelu", threads: 1, folder);
                int done = 0;
                stopped.Done += _ => { if (++done == 3) { end.Cancel(); } };
                Assert.ThrowsAny<OperationCanceledException>(() => stopped.Run(end.Token));
                Assert.Throws<DataException>(() => ComparisonFolder.Resume(path));
            }
            File.AppendAllText(Path.Combine(path, "runs.jsonl"), "{\"variant\":1,\"se");

            using ComparisonFolder again = ComparisonFolder.Resume(path);
            Comparison resumed = Of("relu", "gelu", threads: 1, again);
            Assert.Equal(3, resumed.Trials.Count(trial => again.Find(trial) is not null));
            ComparisonResult result = Run(resumed);
            Assert.Equal(Run(Of("relu", "gelu")).Variants.SelectMany(v => v.Scores), result.Variants.SelectMany(v => v.Scores));
            Assert.Equal(6, File.ReadAllLines(Path.Combine(path, "runs.jsonl")).Length);
        }
        finally { Directory.Delete(place, recursive: true); }
    }

    [Fact]
    public void What_cannot_be_compared_is_refused_with_a_sentence()
    {
        Variant relu = new("relu", Options("relu"));
        Assert.Contains("two or more", Assert.Throws<ArgumentException>(() => new Comparison(Prepare, [relu])).Message);
        Assert.Contains("'relu'", Assert.Throws<ArgumentException>(() => new Comparison(Prepare, [relu, relu])).Message);
        Comparison few = new(Prepare, [relu, new("gelu", Options("gelu"))]) { Seeds = [1] };
        Assert.Contains("two or more", Assert.Throws<InvalidOperationException>(() => Run(few)).Message);
        TrainOptions blind = Options("relu") with { Validation = 0 };
        Comparison choice = new(Prepare, [new("a", blind), new("b", blind)]) { LearningRates = [0.1f, 0.01f] };
        Assert.Contains("validation rows", Assert.Throws<InvalidOperationException>(() => Run(choice)).Message);
    }

    private static Comparison Of(string first, string second, int? threads = null, ITrialStore? store = null)
        => new(Prepare, [new(first, Options(first)), new(second, Options(second))])
        {
            Seeds = [42, 43, 44], Threads = threads, Store = store ?? new Comparison(Prepare, [new("a", new()), new("b", new())]).Store,
        };

    private static TrainOptions Options(string activation) => new()
    {
        Design = new NetworkDesign { Hidden = [8], Activation = Activation.Parse(activation) },
        Epochs = 4,
        LearningRate = 0.01f,
        Threads = 1,
    };

    private static TableTraining Prepare(TrainOptions options) => new(Moons, "class", options);

    private static ComparisonResult Run(Comparison comparison) => comparison.Run(TestContext.Current.CancellationToken);
}
