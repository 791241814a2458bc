using System.Text.Json.Nodes;
using Rectify.Activations;
using Rectify.Comparisons;
using Rectify.Data;
using Rectify.Health;
using Rectify.Kernels;
using Rectify.Layers;
using Rectify.Models;
using Rectify.Networks;
using Rectify.Tests.Training;
using Rectify.Training;

namespace Rectify.Tests.Conventions;

/// <summary>Something of every type that a public method takes or is called on: small, and whole.</summary>
internal static class Examples
{
    private static readonly ImageSet Images = DrawnDigits.Make(seed: 1, count: 20);
    private static readonly Table Table = SyntheticData.Make("moons", seed: 1, count: 20);
    private static readonly TrainOptions Options = new() { Design = new NetworkDesign { Hidden = [3] }, Epochs = 1, Threads = 1 };
    private static readonly TableTraining Training = new(Table, "class", Options);
    private static readonly ImagePipeline ImagePipeline = ImagePipeline.Fit(Images, [0, 1], new DataOptions(), stretches: false);
    private static readonly Network Network = Training.Model.Network;
    private static readonly TrainingPlan Plan = new() { Loss = Training.Loss };

    private static readonly RunFolder Run = RunFolder.Create(Directory.CreateTempSubdirectory("rectify").FullName, "run", overwrite: true);

    private static readonly ComparisonFolder Compared
        = ComparisonFolder.Create(Directory.CreateTempSubdirectory("rectify").FullName, "run");

    // Where several are of a type, the first of them is taken.
    private static readonly object[] All =
    [
        1, new Shape(2), "relu", new[] { "relu" }, new float[2], new float[][] { [1, 2] }, new[] { 0 }, new byte[][] { [0] },
        new DateOnly?[1], (Func<int, double?>)(row => row), (Func<int, string?>)(_ => null), (Func<int, DateOnly?>)(_ => null),
        Table, Table.Columns, Table.FindColumn("x"), Table.Of([1, 2]), Images, new ImageParts(Images), new DataOptions(),
        Training.Plan, Training.Data.Pipeline, Training.Data.Pipeline.Target, ImagePipeline, Training.Training,
        ((TablePipeline)Training.Data.Pipeline).Bind(Table), ImagePipeline.Bind(Images),
        Network, Network.Nodes[0].Layer, new NetworkBuilder(new Shape(2)), Initializer.Parse("he"), Activation.Parse("prelu"),
        new LayerSettings("dense", "inputs=2"), new ImageGrid(new Shape(2, 2, 1), 1, 1), new Batch(new float[2], new Shape(2)),
        Training.Model, Training, Training.Loss, new Evaluator(Network, Training.Training), (BatchReader)((_, _) => { }),
        new Scorer(Training.Data.Pipeline.Target, OutputMeaning.ClassScores, Training.Loss),
        new HealthMonitor(Network, Plan, Training.Training), new HealthEvidence { Layers = [] }, Network.Nodes[0],
        new Workspace(Network, WorkspaceKind.Training, 1).Passes[0], (Func<string>)(() => ""), CheckpointOf(Training),
        BornDeadForecast.Of(Network, Training.Initializer, Training.Training, seed: 1), Run, new EventLog(Run), new WorstUnits(),
        new Trainer(Network, Plan), Plan, new JsonObject(), Compared, new Variant[] { new("a", Options), new("b", Options) },
        (Func<TrainOptions, ModelTraining>)(options => new TableTraining(Table, "class", options)), new double[] { 1, 2 },
        new double[][] { [1, 2] }, new TrialOutcome(default, 1, 1, 1, 1, false, 0, 0, null, [], []), new Measure("accuracy", true),
        new ClassScore(1, 1, [[1]]),
    ];

    private static Checkpoint CheckpointOf(TableTraining training)
    {
        Checkpoint? last = null;
        training.Run([new Listener(e => last = (e as TrainingEvent.CheckpointReached)?.Checkpoint ?? last)]);
        return last!;
    }

    /// <summary>One of a type.</summary>
    public static object Of(Type type) => Array.Find(All, type.IsInstanceOfType)
        ?? (type.IsValueType ? Activator.CreateInstance(type)! : throw new NotSupportedException($"No example of {type}: add one."));
}
