using Rectify.Data;
using Rectify.Models;
using Rectify.Networks;

namespace Rectify.Training;

/// <summary>
/// From a table to a trained model: which columns become inputs, which rows train, validate and test, the pipeline learned
/// on the training rows, the network and its start. Making one decides all that and trains nothing yet.
/// </summary>
public sealed class TableTraining
{
    private const int LsuvRows = 256;
    private readonly TrainOptions _options;

    /// <param name="table">The rows.</param>
    /// <param name="target">The column to learn; "last" is the last one.</param>
    /// <param name="options">What was chosen; the defaults where null.</param>
    /// <param name="testTable">A table of its own to test on; part of <paramref name="table"/> where null.</param>
    /// <exception cref="DataException">The target cannot be learned from this table, or the test table lacks columns.</exception>
    /// <exception cref="ArgumentException">Two options contradict each other.</exception>
    public TableTraining(Table table, string target, TrainOptions? options = null, Table? testTable = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        _options = options ?? new();
        Plan = TablePlan.Make(table, target, _options.Task);
        Split = Split.Make(Plan, _options.Seed, _options.Validation, testTable is null ? _options.Test : 0);
        TablePipeline pipeline = TablePipeline.Fit(Plan, Split.Training, _options.Scaling);

        SampleSource rows = pipeline.Bind(table).ToSource();
        Training = rows.Take([.. Split.Training]);
        Validation = rows.Take([.. Split.Validation]);
        Test = testTable is null ? rows.Take([.. Split.Test]) : RowsWithTarget(pipeline.Bind(testTable));
        ClassCounts = Plan.Task == TaskKind.Classification ? BestConstant.CountClasses(Training, Plan.Labels.Count) : [];

        RefuseClassOptions();
        LossEntry loss = ChooseLoss();
        bool isYesOrNo = loss.Meaning == OutputMeaning.IndependentScores && Plan.Labels.Count == 2;
        int outputs = _options.OutputUnits ?? (isYesOrNo ? 1 : pipeline.Target.OutputCount);
        CheckOutputs(loss, outputs, pipeline.Target);
        Loss = loss.Create(_options.LabelSmoothing, ClassWeights());
        Network network = _options.Design.Build(pipeline.InputWidth, outputs);
        Initializer = _options.Initializer ?? NetworkInitialization.DefaultFor(_options.Design.Activation);
        Start(network);
        Model = new(network, pipeline, loss.Meaning, loss.Name);
    }

    /// <summary>
    /// A model trained on a table, in one call. Make a <see cref="TableTraining"/> to watch it, or to score it on rows held back.
    /// </summary>
    /// <inheritdoc cref="TableTraining(Table, string, TrainOptions?, Table?)"/>
    public static Model Train(Table table, string target, TrainOptions? options = null)
    {
        TableTraining training = new(table, target, options);
        training.Run();
        return training.Model;
    }

    public TablePlan Plan { get; }
    public Split Split { get; }
    public SampleSource Training { get; }
    public SampleSource Validation { get; }
    public SampleSource Test { get; }

    /// <summary>Training rows of each class; empty for regression.</summary>
    public IReadOnlyList<int> ClassCounts { get; }

    public Loss Loss { get; }
    public Initializer Initializer { get; }

    /// <summary>The model: untrained until <see cref="Run"/> returns, then with the weights of the best epoch.</summary>
    public Model Model { get; }

    /// <summary>Trains the model.</summary>
    /// <param name="observers">Told what happens, in order.</param>
    /// <param name="cancellation">Stops after the current step; the best weights so far are kept.</param>
    public TrainingResult Run(IReadOnlyList<ITrainingObserver>? observers = null, CancellationToken cancellation = default)
        => new Trainer(Model.Network, new TrainingPlan(_options) { Loss = Loss }).Fit(Training, Validation, observers, cancellation);

    /// <summary>How well the model does on some rows: <see cref="Training"/>, <see cref="Validation"/> or <see cref="Test"/>.</summary>
    public Score Score(SampleSource rows) => Scorer.Score(Model, rows, Loss);

    /// <summary>
    /// How well always the majority, or the mean, of the training rows does. Its loss is that of whatever constant makes the
    /// loss of training least: with balanced classes that is no longer the majority, with mae no longer the mean.
    /// </summary>
    public Score ScoreBaseline(SampleSource rows)
    {
        int outputs = Model.Network.OutputShape.Length;
        Scorer scorer = new(Model.Pipeline.Target, Model.Meaning, Loss);
        Score usual = scorer.ScoreConstant(BestConstant.Of(Model.Meaning, outputs, ClassCounts), rows);
        Score best = scorer.ScoreConstant(Loss.BestConstant(BestConstant.TargetsOf(Training), outputs), rows);
        return usual with { Loss = best.Loss };
    }

    private LossEntry ChooseLoss()
    {
        bool classes = Plan.Task == TaskKind.Classification;
        LossEntry loss = LossCatalog.Find(_options.Loss ?? (classes ? "cross-entropy" : "mse"));
        if (loss.IsForClasses == classes) { return loss; }
        string fitting = string.Join(", ", LossCatalog.All.Where(e => e.IsForClasses == classes).Select(e => e.Name));
        string task = classes ? "classification" : "regression";
        throw new ArgumentException($"--loss {loss.Name} does not fit {task}. Use one of: {fitting}.");
    }

    private void RefuseClassOptions()
    {
        if (Plan.Task == TaskKind.Classification) { return; }
        string? option = _options.ClassWeighting != ClassWeighting.None ? "--class-weight"
            : _options.LabelSmoothing > 0 ? "--label-smoothing" : null;
        if (option is not null) { throw new ArgumentException($"{option} is about classes, and regression has none: leave it out."); }
    }

    private static void CheckOutputs(LossEntry loss, int outputs, TargetEncoding target)
    {
        int classes = target.Labels.Count;
        if (loss.IsForClasses && outputs != classes && !(outputs == 1 && classes == 2))
        {
            throw new ArgumentException($"--output-units {outputs} does not fit {classes} classes: give {classes}, or leave it out.");
        }
        if (!loss.IsForClasses && outputs != target.OutputCount)
        {
            throw new ArgumentException($"--output-units {outputs} does not fit regression of one number: give 1, or leave it out.");
        }
    }

    private float[]? ClassWeights()
    {
        if (_options.ClassWeighting == ClassWeighting.None || Plan.Task != TaskKind.Classification) { return null; }
        double rows = ClassCounts.Sum();
        return [.. ClassCounts.Select(n => (float)(rows / (ClassCounts.Count * Math.Max(n, 1.0))))];
    }

    private void Start(Network network)
    {
        network.Initialize(Initializer, _options.Seed);
        if (!Initializer.ScalesByData) { return; }

        int count = Math.Min(LsuvRows, Training.Count);
        var observation = new Workspace(network, WorkspaceKind.Observation, count);
        observation.Input.Count = count;
        Training.Fill([.. Enumerable.Range(0, count)], observation.Input.Values, []);
        LayerSequentialUnitVariance.Scale(network, observation);
    }

    private static SampleSource RowsWithTarget(BoundPipeline rows) => rows.HasTarget
        ? rows.ToSource().Take([.. rows.RowsWithTarget])
        : throw new DataException($"{rows.Table.Name} lacks the target \"{rows.Pipeline.Target.Name}\": a test needs it.");
}
