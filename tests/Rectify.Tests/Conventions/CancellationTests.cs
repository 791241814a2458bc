using System.Reflection;
using Rectify.Comparisons;
using Rectify.Data;
using Rectify.Health;
using Rectify.Layers;
using Rectify.Models;
using Rectify.Networks;
using Rectify.Tests.Data;
using Rectify.Tests.Data.Images;
using Rectify.Training;

namespace Rectify.Tests.Conventions;

/// <summary>Whatever takes a token to end by ends between two batches, rows or files.</summary>
public sealed class CancellationTests
{
    private static readonly Table Table = SyntheticData.Make("moons", seed: 1, count: 1000);
    private static readonly TrainOptions Options = new() { Design = new NetworkDesign { Hidden = [3] }, Threads = 1 };
    private static readonly TableTraining Made = new(Table, "class", Options);
    private static readonly SampleSource Rows = Made.Training;
    private static readonly Model Model = Made.Model;
    private static readonly float[] Constant = new float[Model.Network.OutputShape.Length];

    private static readonly Dictionary<string, Action<CancellationToken>> Works = new()
    {
        ["CsvTable.Read"] = end => InFile("a,b\n1,2\n3,4\n", path => CsvTable.Read(path, cancellation: end)),
        ["ImageFiles.Read"] = end => InFolder(path => ImageFiles.Read(path, cancellation: end)),
        ["ImageFiles.ReadForModel"] = end => InFolder(path => ImageFiles.ReadForModel(path, new(1, 2, 1), ["cat", "dog"], false, end)),
        ["Comparison.Run"] = end => new Comparison(o => new TableTraining(Table, "class", o), [new("a", Options), new("b", Options)])
        {
            Seeds = [1, 2],
        }.Run(end),
        ["Census.Take"] = end => new Census(Model.Network, Rows).Take(cancellation: end),
        ["Census.TakeAsInTraining"] = end => new Census(Model.Network, Rows).TakeAsInTraining(cancellation: end),
        ["BornDeadForecast.Of"] = end => BornDeadForecast.Of(Model.Network, Made.Initializer, Rows, seed: 1, end),
        ["StartForecast.Of"] = end => StartForecast.Of(Model.Network, Made.Initializer, Rows, seed: 1, end),
        ["Evaluator.MeanLoss"] = end => new Evaluator(Model.Network, Rows).MeanLoss(Rows, Made.Loss, end),
        ["Evaluator.ForEachBatch"] = end => new Evaluator(Model.Network, Rows).ForEachBatch(Rows, (_, _) => { }, end),
        ["ModelTraining.Score"] = end => Made.Score(Rows, end),
        ["ModelTraining.ScoreBaseline"] = end => new TableTraining(Table, "class", Options).ScoreBaseline(Rows, end),
        ["Scorer.Score"] = end => Scorer.Score(Model, Rows, Made.Loss, cancellation: end),
        ["Scorer.ScoreConstant"] = end => new Scorer(Model.Pipeline.Target, Model.Meaning, Made.Loss).ScoreConstant(Constant, Rows, end),
    };

    // What was learned is kept there: they end with a result.
    private static readonly string[] Kept = ["ModelTraining.Run", "Trainer.Fit"];

    public static TheoryData<string> Names => [.. Works.Keys];

    [Fact]
    public void Each_is_tried_here()
    {
        IEnumerable<string> taking = from type in typeof(Evaluator).Assembly.GetExportedTypes()
                                     from method in type.GetMethods()
                                     where !method.IsSpecialName && method.DeclaringType == type
                                     where method.GetParameters().Any(p => p.ParameterType == typeof(CancellationToken))
                                     select $"{type.Name}.{method.Name}";
        Assert.Equal(taking.Order(StringComparer.Ordinal), Works.Keys.Concat(Kept).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_ends_when_that_is_asked_for(string name)
    {
        Works[name](CancellationToken.None);
        Assert.ThrowsAny<OperationCanceledException>(() => Works[name](new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Evaluation_ends_after_the_batch()
    {
        using CancellationTokenSource end = new();
        int batches = 0;
        Assert.Throws<OperationCanceledException>(() => new Evaluator(Model.Network, Rows).ForEachBatch(
            Rows, (_, _) => EndAfter(ref batches, end), end.Token));
        Assert.Equal(1, batches);
    }

    [Fact]
    public void A_census_ends_after_the_batch()
    {
        using CancellationTokenSource end = new();
        int batches = 0;
        Assert.Throws<OperationCanceledException>(() => new Census(Model.Network, Rows).Take(
            (_, _) => EndAfter(ref batches, end), end.Token));
        Assert.Equal(1, batches);
    }

    [Fact]
    public void A_monitor_neither_begins_nor_ends_with_a_long_count()
    {
        HealthMonitor told = new(Model.Network, Rows, seed: 1) { Cancellation = new(canceled: true) };
        Assert.Throws<OperationCanceledException>(() => told.On(new TrainingEvent.Started(1, 1, Rows.Count, 0, double.NaN)));

        HealthMonitor monitor = new(Model.Network, Rows, seed: 1);
        Assert.Equal(Rows.Count, RowsAtTheEnd(monitor, StopReason.EpochsDone));
        Assert.Equal(256, RowsAtTheEnd(monitor, StopReason.Cancelled));
    }

    private static int RowsAtTheEnd(HealthMonitor monitor, StopReason reason)
    {
        monitor.On(new TrainingEvent.Ended(reason, 1, 1, 1));
        return monitor.Evidence.Layers[0].Rows;
    }

    private static void EndAfter(ref int batches, CancellationTokenSource end)
    {
        batches++;
        end.Cancel();
    }

    private static void InFile(string content, Action<string> read)
    {
        using TemporaryFile file = new(content);
        read(file.Path);
    }

    private static void InFolder(Action<string> read)
    {
        using TemporaryFolder folder = new();
        folder.Write("cat/a.png", SampleFiles.Grey(1, 2, 1));
        folder.Write("dog/b.png", SampleFiles.Grey(1, 2, 2));
        read(folder.Path);
    }
}
