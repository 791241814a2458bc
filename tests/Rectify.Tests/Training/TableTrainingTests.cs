using Rectify.Data;
using Rectify.Kernels;
using Rectify.Models;
using Rectify.Networks;
using Rectify.Training;

namespace Rectify.Tests.Training;

public sealed class TableTrainingTests
{
    private static readonly Table Moons = SyntheticData.Make("moons", seed: 1, count: 100);
    private static readonly Table Blobs = SyntheticData.Make("blobs", seed: 1, count: 90);

    [Fact]
    public void A_baseline_is_always_the_majority()
    {
        var training = new TableTraining(Labelled(["a", "a", "b"], rows: 60), "class");

        Assert.Equal(2 / 3.0, ((ClassScore)training.ScoreBaseline(training.Training)).Accuracy, 0.01);
        Assert.Equal(0.5, ((ClassScore)training.ScoreBaseline(training.Training)).BalancedAccuracy, 1e-9);
        Assert.Equal(-2 / 3.0 * Math.Log(2 / 3.0) - 1 / 3.0 * Math.Log(1 / 3.0), training.ScoreBaseline(training.Training).Loss, 2e-3);
    }

    [Fact]
    public void A_baselines_loss_is_the_least_that_a_constant_has_with_the_loss_of_training()
    {
        Table table = Labelled(["a", "a", "b"], rows: 60);
        var balanced = new TableTraining(table, "class", new() { ClassWeighting = ClassWeighting.Balanced });

        Assert.Equal(Math.Log(2), balanced.ScoreBaseline(balanced.Training).Loss, 1e-6);
        Assert.Equal(2 / 3.0, ((ClassScore)balanced.ScoreBaseline(balanced.Training)).Accuracy, 0.01);
    }

    [Fact]
    public void Balanced_class_weights_are_1_on_average()
    {
        Table table = Labelled(["a", "a", "b"], rows: 60);
        TableTraining plain = new(table, "class"), balanced = new(table, "class", new() { ClassWeighting = ClassWeighting.Balanced });
        float[] gradient = new float[2];
        double Loss(TableTraining training, float target)
            => training.Loss.Evaluate(new Batch(new float[2], new Shape(2)) { Count = 1 }, [target], gradient);

        Assert.Equal(0.75, Loss(balanced, 0) / Loss(plain, 0), 0.02);
        Assert.Equal(1.5, Loss(balanced, 1) / Loss(plain, 1), 0.04);
    }

    [Fact]
    public void A_loss_of_classes_is_refused_for_numbers()
        => Says("--loss bce does not fit regression. Use one of: mse, mae, huber.", Moons, "x", new() { Loss = "bce" });

    [Theory]
    [InlineData(null, 0.25)]
    [InlineData(1, 0.25)]
    public void A_loss_of_numbers_learns_classes_from_ones_and_zeros(int? outputs, double constant)
    {
        TrainOptions options = new() { Loss = "mse", OutputUnits = outputs, Epochs = 60, LearningRate = 0.01f, Threads = 1 };
        var training = new TableTraining(SyntheticData.Make("moons", seed: 1, count: 300), "class", options);
        Assert.Equal(constant, training.ScoreBaseline(training.Training).Loss, 1e-3);
        training.Run();

        Assert.Equal(OutputMeaning.ClassValues, training.Model.Meaning);
        Assert.InRange(((ClassScore)training.Score(training.Test)).Accuracy, 0.9, 1);
    }

    [Theory]
    [InlineData("--class-weight", ClassWeighting.Balanced, 0)]
    [InlineData("--label-smoothing", ClassWeighting.None, 0.1f)]
    public void What_is_about_classes_is_refused_with_a_loss_of_numbers(string option, ClassWeighting weighting, float smoothing)
        => Says(
            $"{option} means nothing to --loss mae, which is for numbers: leave it out, or use --loss cross-entropy.", Moons, "class",
            new() { Loss = "mae", ClassWeighting = weighting, LabelSmoothing = smoothing });

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void Output_units_that_are_not_one_for_each_class_are_refused(int units)
        => Says($"--output-units {units} does not fit 3 classes: give 3, or leave it out.", Blobs, "class", new() { OutputUnits = units });

    [Fact]
    public void Output_units_of_a_regression_are_one()
        => Says("--output-units 2 does not fit regression of one number: give 1, or leave it out.", Moons, "x", new() { OutputUnits = 2 });

    [Fact]
    public void One_output_for_two_classes_is_allowed_and_learns_nothing()
    {
        var training = new TableTraining(Moons, "class", new TrainOptions { OutputUnits = 1, Epochs = 2, Threads = 1 });
        training.Run();

        Assert.Equal(0.5, ((ClassScore)training.Score(training.Test)).Accuracy, 0.1);
    }

    [Fact]
    public void Maxout_with_batch_norm_is_refused()
        => Says("Maxout units have no pre-activation of their own to normalize: leave out --batch-norm or --maxout.", Moons, "class",
            new() { Design = new NetworkDesign { Maxout = 2, BatchNorm = true } });

    [Fact]
    public void R2_of_rows_whose_targets_are_all_equal_is_not_a_number()
    {
        Table numbers = new(
            "numbers",
            new NumberColumn("x", [.. Enumerable.Range(0, 40).Select(i => i * i % 37 + 0.5f)]),
            new NumberColumn("y", [.. Enumerable.Range(0, 40).Select(i => 0.1f * i + 1000)]));
        var training = new TableTraining(numbers, "y");

        Assert.Equal(double.NaN, ((NumberScore)training.Score(training.Training.Take([7, 7, 7]))).R2);
        Assert.True(((NumberScore)training.ScoreBaseline(training.Training)).R2 is > -1e-6 and < 1e-6);
    }

    private static Table Labelled(string[] labels, int rows) => new(
        "labelled",
        new NumberColumn("x", [.. Enumerable.Range(0, rows).Select(i => (float)(i % 7))]),
        new CategoryColumn("class", Enumerable.Range(0, rows).Select(i => labels[i % labels.Length])));

    private static void Says(string sentence, Table table, string target, TrainOptions options)
        => Assert.Equal(sentence, Assert.Throws<ArgumentException>(() => new TableTraining(table, target, options)).Message);
}
