using Rectify.Data;
using Rectify.Networks;

namespace Rectify.Training;

/// <summary>
/// Trains a network by a plan: epochs of shuffled batches, a step each, until the epochs are done or the validation loss
/// stops falling; then puts the best weights back.
/// </summary>
/// <remarks>From the plan's seed a run repeats bit for bit, at any number of threads, and also when it is stopped and resumed.</remarks>
public sealed class Trainer
{
    private readonly Network _network;
    private readonly TrainingPlan _plan;

    /// <param name="network">Its weights are moved.</param>
    /// <param name="plan">How.</param>
    public Trainer(Network network, TrainingPlan plan)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(plan);
        (_network, _plan) = (network, plan);
    }

    /// <summary>Trains until an end of the plan is reached or asked for.</summary>
    /// <param name="training">The rows to learn from.</param>
    /// <param name="validation">The rows that decide which epoch was best; null to judge by the training loss.</param>
    /// <param name="observers">Told what happens, in order.</param>
    /// <param name="cancellation">Stops after the current step, whose weights are judged as an epoch's; the best are kept.</param>
    /// <param name="from">Where an earlier run stopped that had the same network, plan and rows; null to begin.</param>
    /// <exception cref="ArgumentException">
    /// The rows do not fit the network or the loss, there are none, or a batch has none; or the checkpoint is of another network or of
    /// other rows.
    /// </exception>
    public TrainingResult Fit(
        SampleSource training, SampleSource? validation, IReadOnlyList<ITrainingObserver>? observers = null,
        CancellationToken cancellation = default, Checkpoint? from = null)
    {
        ArgumentNullException.ThrowIfNull(training);
        if (_plan.BatchSize < 1) { throw new ArgumentException($"A batch of {_plan.BatchSize} rows is out of range: it takes 1 or more."); }
        if (_plan.CheckpointEvery < 1)
        {
            throw new ArgumentException($"A checkpoint every {_plan.CheckpointEvery} steps is out of range: it takes 1 or more.");
        }
        if (training.Count == 0) { throw new ArgumentException("There are no training rows."); }
        if (validation is { Count: 0 }) { validation = null; }
        Check(training);
        Check(validation ?? training);

        using TrainingRun run = new(_network, _plan, training, validation, observers ?? [], cancellation);
        return run.Go(from);
    }

    private void Check(SampleSource rows)
    {
        if (rows.InputShape.Length != _network.InputShape.Length)
        {
            throw new ArgumentException(
                $"The network takes {_network.InputShape} numbers per sample, but the data have {rows.InputShape}.");
        }
        int wanted = _plan.Loss.IsForClasses ? 1 : _network.OutputShape.Length;
        if (rows.TargetShape.Length != wanted)
        {
            throw new ArgumentException(
                $"{_plan.Loss} takes {wanted} numbers per target here, but the data have {rows.TargetShape.Length}.");
        }
    }
}
