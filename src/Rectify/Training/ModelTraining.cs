using Rectify.Data;
using Rectify.Models;
using Rectify.Networks;

namespace Rectify.Training;

/// <summary>
/// From data to a trained model: the loss, the network and its start. Making one decides all that and trains nothing yet.
/// </summary>
public abstract class ModelTraining
{
    private const int LsuvRows = 256;
    private IReadOnlyList<float>? _bestConstant;

    /// <exception cref="ArgumentException">Two options contradict each other, or the data.</exception>
    /// <exception cref="InsufficientMemoryException">The network and its buffers do not fit into memory.</exception>
    private protected ModelTraining(LearningData data, TrainOptions options)
    {
        Data = data;
        LearningChoice choice = new(data, options);
        Options = options.For(data);
        (Loss, Design) = (choice.Loss, choice.Design);
        Initializer = options.Initializer ?? NetworkInitialization.DefaultFor(options.Design.Activation);
        Network network = Design.Build(data.Pipeline.InputShape, choice.Outputs);
        TrainingMemory.Require(network, Options, data);
        Start(network);
        Model = new(network, data.Pipeline, choice.Meaning, Loss.Name);
    }

    public LearningData Data { get; }

    /// <summary>What was chosen, with what was left to the data decided.</summary>
    public TrainOptions Options { get; }

    public Loss Loss { get; }

    /// <summary>The network's design, with everything decided.</summary>
    public NetworkDesign Design { get; }

    public Initializer Initializer { get; }

    /// <summary>The model: untrained until <see cref="Run"/> returns, then with the weights of the best epoch.</summary>
    public Model Model { get; }

    public SampleSource Training => Data.Training;
    public SampleSource Validation => Data.Validation;
    public SampleSource Test => Data.Test;

    /// <summary>The rows that say most of the model: those of the test; where there are none, of validation, else of training.</summary>
    public SampleSource Judged => Test.Count > 0 ? Test : Validation.Count > 0 ? Validation : Training;

    /// <summary>Trains the model.</summary>
    /// <param name="observers">Told what happens, in order.</param>
    /// <param name="cancellation">Stops after the current step; the best weights so far are kept.</param>
    /// <param name="from">Where an earlier run of the same data and options stopped; null to begin.</param>
    /// <exception cref="ArgumentException">The checkpoint is of another network or of other data.</exception>
    public TrainingResult Run(
        IReadOnlyList<ITrainingObserver>? observers = null, CancellationToken cancellation = default, Checkpoint? from = null)
        => new Trainer(Model.Network, new TrainingPlan(Options) { Loss = Loss })
            .Fit(Training, Validation, observers, cancellation, from);

    /// <summary>How well the model does on some rows: <see cref="Training"/>, <see cref="Validation"/> or <see cref="Test"/>.</summary>
    /// <exception cref="OperationCanceledException">An end was asked for between two batches.</exception>
    public Score Score(SampleSource rows, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return Scorer.Score(Model, rows, Loss, cancellation: cancellation);
    }

    /// <summary>
    /// How well always the majority, or the mean, of the training rows does. Its loss is that of whatever constant makes the
    /// loss of training least: with balanced classes that is no longer the majority, with mae no longer the mean.
    /// </summary>
    /// <exception cref="OperationCanceledException">An end was asked for between two rows.</exception>
    public Score ScoreBaseline(SampleSource rows, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        Scorer scorer = new(Model.Pipeline.Target, Model.Meaning, Loss);
        int outputs = Model.Network.OutputShape.Length;
        _bestConstant ??= BestConstant.ForLoss(Loss, Training, outputs, cancellation);
        Score best = scorer.ScoreConstant(_bestConstant, rows, cancellation);
        if (Data.Task == TaskKind.Reconstruction) { return best; }
        IReadOnlyList<float> majority = BestConstant.Of(Model.Meaning, outputs, Data.ClassCounts);
        return scorer.ScoreConstant(majority, rows, cancellation) with { Loss = best.Loss };
    }

    private void Start(Network network)
    {
        network.Initialize(Initializer, Options.Seed);
        if (!Initializer.ScalesByData) { return; }

        int count = Math.Min(LsuvRows, Training.Count);
        var observation = new Workspace(network, WorkspaceKind.Observation, count);
        observation.Input.Count = count;
        Training.Fill([.. Enumerable.Range(0, count)], observation.Input.Values, []);
        LayerSequentialUnitVariance.Scale(network, observation);
    }
}
