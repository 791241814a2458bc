using Rectify.Data;
using Rectify.Models;
using Rectify.Training;

namespace Rectify.Tests.Training;

public sealed class TrainInOneCallTests
{
    private static readonly float[][] Corners = [.. Enumerable.Range(0, 200).Select(row => new float[] { row % 2, row / 2 % 2 })];

    [Fact]
    public void Classes_from_arrays_are_learned_and_predicted()
    {
        string[] labels = [.. Corners.Select(corner => corner[0] == corner[1] ? "same" : "different")];
        Model model = TableTraining.Train(Table.FromArrays(Corners, labels), "target", new() { Epochs = 100, LearningRate = 0.01f });
        Assert.Equal(labels, model.Predict(Table.FromArrays(Corners)).Select(prediction => prediction.Label!));
    }

    [Fact]
    public void Whole_numbers_are_learned_as_numbers_where_regression_is_asked_for()
    {
        float[] sums = [.. Corners.Select(corner => 10 * corner[0] + corner[1])];
        TrainOptions options = new() { Task = TaskKind.Regression, Epochs = 100, LearningRate = 0.01f };
        Model model = TableTraining.Train(Table.FromArrays(Corners, sums), "target", options);
        Assert.All(model.Predict(Table.FromArrays(Corners)).Zip(sums), pair => Assert.Equal(pair.Second, pair.First.Value, tolerance: 0.5));
    }
}
