using Rectify.Activations;
using Rectify.Data;
using Rectify.Models;
using Rectify.Networks;
using Rectify.Tests.Data;
using Rectify.Training;

namespace Rectify.Tests.Training;

public sealed class ReconstructionTests
{
    // One unit has to tell both sides of zero apart, which relu cannot.
    private static readonly TrainOptions Autoencoder = new()
    {
        Task = TaskKind.Reconstruction,
        Design = new NetworkDesign { Hidden = [8, 1, 8], Activation = Activation.Parse("leaky-relu:slope=0.3") },
        LearningRate = 0.01f, Epochs = 100, Threads = 1,
    };

    [Fact]
    public void Points_on_a_line_pass_through_one_unit()
    {
        TableTraining training = new(Line(), target: null, Autoencoder);
        Assert.Equal(2, training.Model.Network.OutputShape.Length);
        training.Run();

        NumberScore score = (NumberScore)training.Score(training.Test);
        Assert.InRange(score.R2, 0.95, 1);
        Assert.InRange(training.ScoreBaseline(training.Test).Headline, -0.2, 0);
    }

    [Fact]
    public void A_prediction_is_the_error_of_its_row_which_is_large_where_the_row_is_unlike_the_others()
    {
        TableTraining training = new(Line(), target: null, Autoencoder);
        training.Run();
        Table rows = new("rows", new NumberColumn("x", [0.5f, 0.5f]), new NumberColumn("y", [1f, -1f]));

        Prediction[] predictions = [.. training.Model.Predict(rows)];
        Assert.True(predictions[1].Value > 10 * predictions[0].Value, $"{predictions[0].Value} and {predictions[1].Value}");
        Assert.All(predictions, prediction => Assert.Null(prediction.Label));
    }

    [Fact]
    public void The_target_is_left_out_of_the_inputs_and_not_missed_later()
    {
        Table table = SyntheticData.Make("moons", seed: 1, count: 60);
        TableTraining training = new(table, "class", Autoencoder);
        Assert.Equal(["x", "y"], training.Model.Pipeline.FeatureNames);
        Assert.Equal("class is not reconstructed, because it is the target", training.Data.Notices[0].Text);
        Assert.Equal(60, training.Model.Predict(table).Count());
    }

    [Fact]
    public void A_saved_autoencoder_says_the_same()
    {
        TableTraining training = new(Line(), target: null, Autoencoder with { Epochs = 2 });
        training.Run();
        using TemporaryFile file = new("");
        training.Model.Save(file.Path);

        Assert.Equal(training.Model.Predict(Line()).Select(p => p.Value), Model.Load(file.Path).Predict(Line()).Select(p => p.Value));
    }

    [Fact]
    public void A_convolution_is_not_undone() => Assert.Equal(
        "--model cnn does not fit reconstruction, whose last layers would have to undo convolutions: use --model mlp.",
        Assert.Throws<ArgumentException>(() => new TableTraining(
            Line(), target: null, Autoencoder with { Design = new NetworkDesign { Channels = [4] } })).Message);

    private static Table Line()
    {
        float[] x = [.. Enumerable.Range(0, 200).Select(i => i / 100f - 1)];
        return new("line", new NumberColumn("x", x), new NumberColumn("y", [.. x.Select(value => 2 * value)]));
    }
}
