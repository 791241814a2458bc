using System.Diagnostics;
using Rectify.Data;
using Rectify.Kernels;
using Rectify.Networks;

namespace Rectify.Training;

/// <summary>
/// Trains a network by a plan: epochs of shuffled batches, a step each, until the epochs are done or the validation loss
/// stops falling; then puts the best weights back.
/// </summary>
/// <remarks>From the plan's seed a run repeats bit for bit, at any number of threads.</remarks>
public sealed class Trainer(Network network, TrainingPlan plan)
{
    private readonly TrainingEvent.Stepped _stepped = new();
    private IReadOnlyList<ITrainingObserver> _observers = [];

    /// <param name="training">The rows to learn from.</param>
    /// <param name="validation">The rows that decide which epoch was best; null to judge by the training loss.</param>
    /// <param name="observers">Told what happens, in order.</param>
    /// <param name="cancellation">Stops after the current step, whose weights are judged as an epoch's; the best are kept.</param>
    /// <exception cref="ArgumentException">The rows do not fit the network or the loss, there are none, or a batch has none.</exception>
    public TrainingResult Fit(
        SampleSource training, SampleSource? validation,
        IReadOnlyList<ITrainingObserver>? observers = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(training);
        if (plan.BatchSize < 1) { throw new ArgumentException($"A batch of {plan.BatchSize} rows is out of range: it takes 1 or more."); }
        if (training.Count == 0) { throw new ArgumentException("There are no training rows."); }
        if (validation is { Count: 0 }) { validation = null; }
        Check(training);
        Check(validation ?? training);
        _observers = observers ?? [];

        using var workers = new Workers(plan.Threads);
        var steps = new TrainingSteps(network, plan, training, workers);
        Evaluator? evaluator = validation is null ? null : new(network, validation, workers);
        var best = new BestWeights(network);
        Stopwatch clock = Stopwatch.StartNew();
        double startLoss = evaluator?.MeanLoss(validation!, plan.Loss) ?? double.NaN;
        Tell(new TrainingEvent.Started(plan.Epochs, steps.PerEpoch, training.Count, validation?.Count ?? 0, startLoss));

        StopReason reason = StopReason.EpochsDone;
        TrainingEvent.Diverged? divergence = null;
        int epoch = 0;
        while (epoch < plan.Epochs)
        {
            long before = steps.Done;
            double trainingLoss = RunEpoch(steps, epoch + 1, cancellation);

            // An epoch that is cut short counts like a whole one: of a long first epoch, something is kept.
            bool cancelled = cancellation.IsCancellationRequested;
            if (cancelled && steps.Done == before) { reason = StopReason.Cancelled; break; }

            bool validates = evaluator is not null && double.IsFinite(trainingLoss);
            double validationLoss = validates ? evaluator!.MeanLoss(validation!, plan.Loss) : trainingLoss;
            if (!double.IsFinite(validationLoss) || !steps.WeightsAreFinite())
            {
                divergence = new(epoch + 1, steps.Done, steps.FirstLayerNotFinite(), steps.LearningRate, validationLoss);
                Tell(divergence);
                reason = StopReason.Diverged;
                break;
            }

            best.Offer(++epoch, validationLoss);
            Tell(new TrainingEvent.EpochEnded(epoch, steps.Done, trainingLoss, validationLoss, steps.Penalty(), steps.LearningRate,
                best.Epoch, best.Loss, clock.Elapsed.TotalSeconds));
            if (cancelled) { reason = StopReason.Cancelled; break; }
            if (plan.Patience > 0 && epoch - best.Epoch >= plan.Patience) { reason = StopReason.EarlyStop; break; }
            if (clock.Elapsed >= plan.MaxTime && epoch < plan.Epochs) { reason = StopReason.TimeUp; break; }
        }

        best.Restore();
        double seconds = clock.Elapsed.TotalSeconds;
        Tell(new TrainingEvent.Ended(reason, epoch, best.Epoch, seconds));
        return new(reason, epoch, best.Epoch, steps.Done, seconds, divergence);
    }

    // The mean loss of the epoch, or the first one that is not finite.
    private double RunEpoch(TrainingSteps steps, int epoch, CancellationToken cancellation)
    {
        double sum = 0;
        int rows = 0;
        steps.BeginEpoch(epoch);
        while (!cancellation.IsCancellationRequested && steps.Next() is { } batch)
        {
            (_stepped.Epoch, _stepped.Step, _stepped.Loss) = (epoch, steps.Done, batch.Loss);
            Tell(_stepped);
            if (!double.IsFinite(batch.Loss)) { return batch.Loss; }
            sum += batch.Loss * batch.Rows;
            rows += batch.Rows;
        }
        return sum / rows;
    }

    private void Check(SampleSource rows)
    {
        if (rows.InputShape.Length != network.InputShape.Length)
        {
            throw new ArgumentException(
                $"The network takes {network.InputShape} numbers per sample, but the data have {rows.InputShape}.");
        }
        int wanted = plan.Loss.IsForClasses ? 1 : network.OutputShape.Length;
        if (rows.TargetShape.Length != wanted)
        {
            throw new ArgumentException(
                $"{plan.Loss} takes {wanted} numbers per target here, but the data have {rows.TargetShape.Length}.");
        }
    }

    private void Tell(TrainingEvent e)
    {
        for (int i = 0; i < _observers.Count; i++) { _observers[i].On(e); }
    }
}
