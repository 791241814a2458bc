using System.Diagnostics;
using Rectify.Data;
using Rectify.Kernels;
using Rectify.Networks;

namespace Rectify.Training;

/// <summary>One run of a <see cref="Trainer"/>, from its start or a checkpoint to its end.</summary>
internal sealed class TrainingRun : IDisposable
{
    private readonly Network _network;
    private readonly TrainingPlan _plan;
    private readonly SampleSource _training;
    private readonly IReadOnlyList<ITrainingObserver> _observers;
    private readonly CancellationToken _cancellation;
    private readonly Workers _workers;
    private readonly TrainingSteps _steps;
    private readonly ValidationLoss? _validation;
    private readonly BestWeights _best;
    private readonly RunMark _mark;
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly TrainingEvent.Stepped _stepped = new();
    private TrainingEvent.Diverged? _divergence;
    private double _lossSum, _secondsBefore;
    private long _firstStep;

    // Whole epochs, and those with the last one even where it was cut short.
    private int _epochs, _judged;

    public TrainingRun(
        Network network, TrainingPlan plan, SampleSource training, SampleSource? validation,
        IReadOnlyList<ITrainingObserver> observers, CancellationToken cancellation)
    {
        (_network, _plan, _training) = (network, plan, training);
        (_observers, _cancellation) = (observers, cancellation);
        _workers = new(plan.Threads);
        _steps = new(network, plan, training, _workers);
        _validation = validation is null ? null : new(network, validation, plan.Loss, _workers, cancellation);
        _best = new(network);
        _mark = RunMark.Of(network, training, validation);
    }

    private double Seconds => _secondsBefore + _clock.Elapsed.TotalSeconds;

    public TrainingResult Go(Checkpoint? from)
    {
        Tell(new TrainingEvent.Planned(_steps.Workspace));
        double startLoss = _validation?.Measure(out _) ?? double.NaN;
        Tell(new TrainingEvent.Started(_plan.Epochs, _steps.PerEpoch, _training.Count, _validation?.Count ?? 0, startLoss));
        if (from is not null) { Resume(from); }

        StopReason? reason = ReasonToStop();
        while (reason is null) { reason = RunEpoch(); }

        _best.Restore();
        double seconds = Seconds;
        Tell(new TrainingEvent.Ended(reason.Value, _judged, _best.Epoch, seconds));
        return new(reason.Value, _judged, _best.Epoch, _steps.Done, seconds, _divergence);
    }

    public void Dispose() => _workers.Dispose();

    private void Resume(Checkpoint from)
    {
        TrainingPosition position = from.Position;
        from.CopyTo(_mark, _network.Row, _best.Row.Span, _steps.OptimizerState);
        _steps.Resume(position);
        _best.Resume(position.BestEpoch, position.BestLoss);
        (_epochs, _judged, _lossSum, _secondsBefore) = (position.Epochs, position.Epochs, position.LossSum, position.Seconds);
        _firstStep = position.Steps;
        Tell(new TrainingEvent.Resumed(from));
    }

    // Null where there is another epoch to run.
    private StopReason? ReasonToStop()
    {
        if (_cancellation.IsCancellationRequested) { return StopReason.Cancelled; }
        if (_plan.Patience > 0 && _epochs - _best.Epoch >= _plan.Patience) { return StopReason.EarlyStop; }
        if (_epochs >= _plan.Epochs) { return StopReason.EpochsDone; }
        return IsTimeUp ? StopReason.TimeUp : null;
    }

    // Time that was given for going on is time since then; and whoever goes on gets on, if by one step.
    private bool IsTimeUp => _clock.Elapsed >= _plan.MaxTime && _steps.Done > _firstStep;

    // At the end of an epoch it is told when the epoch is judged.
    private bool IsCheckpointDue => _plan.CheckpointEvery is { } every ? _steps.Done % every == 0 : _steps.RowsTaken == 0;

    private StopReason? RunEpoch()
    {
        _steps.BeginEpoch(_epochs + 1);
        StopReason? interruption = TakeSteps();
        if (interruption == StopReason.Diverged) { return StopReason.Diverged; }

        // An epoch that is cut short counts like a whole one: of a long first epoch, something is kept. The checkpoint is from
        // before that, so that a run which goes on from it has judged nothing that one without a pause would not have. The same
        // holds of an epoch that is judged by some of its rows.
        if (interruption is not null)
        {
            TellCheckpoint(isLast: true);
            if (_steps.RowsTaken == 0) { return interruption; }
        }

        double trainingLoss = _lossSum / _steps.RowsTaken;
        bool isWhole = true;
        double validationLoss = _validation?.Measure(out isWhole) ?? trainingLoss;
        if (!isWhole && interruption is null)
        {
            interruption = StopReason.Cancelled;
            TellCheckpoint(isLast: true);
        }
        if (!double.IsFinite(validationLoss)) { return Diverge(_steps.FirstOutputNotFinite() ?? "the loss", validationLoss); }

        _judged = _epochs + 1;
        _best.Offer(_judged, validationLoss);
        Tell(new TrainingEvent.EpochEnded(_judged, _steps.Done, trainingLoss, validationLoss, _steps.Penalty(), _steps.LearningRate,
            _best.Epoch, _best.Loss, Seconds));
        if (interruption is not null) { return interruption; }

        (_epochs, _lossSum) = (_judged, 0);
        _steps.EndEpoch();
        StopReason? reason = ReasonToStop();
        if (reason is not null || IsCheckpointDue) { TellCheckpoint(isLast: reason is not null); }
        return reason;
    }

    // To the end of the epoch, or to what came before it.
    private StopReason? TakeSteps()
    {
        while (!_steps.IsEpochOver)
        {
            if (_cancellation.IsCancellationRequested) { return StopReason.Cancelled; }
            if (IsTimeUp) { return StopReason.TimeUp; }

            (double loss, int rows) = _steps.Next()!.Value;
            (_stepped.Epoch, _stepped.Step, _stepped.Loss, _stepped.LearningRate) = (_epochs + 1, _steps.Done, loss, _steps.LearningRate);
            Tell(_stepped);
            if (_steps.NotFinite is { } layer) { return Diverge(layer, loss); }

            _lossSum += loss * rows;
            if (IsCheckpointDue && !_steps.IsEpochOver) { TellCheckpoint(isLast: false); }
        }
        return null;
    }

    // Whoever goes on from here, with another learning rate, goes on from the best epoch, and with nothing remembered of the steps.
    private StopReason Diverge(string layer, double loss)
    {
        _divergence = new(_epochs + 1, _steps.Done, layer, _steps.LearningRate, loss);
        Tell(_divergence);
        _best.Restore();
        TrainingPosition start = new()
        {
            Epochs = _best.Epoch, Steps = (long)_best.Epoch * _steps.PerEpoch, BestEpoch = _best.Epoch, BestLoss = _best.Loss,
            FirstPower = 1, SecondPower = 1, Seconds = Seconds, HasDiverged = true,
        };
        _steps.OptimizerState.Forget();
        TellCheckpoint(start, isLast: true);
        return StopReason.Diverged;
    }

    private void TellCheckpoint(bool isLast) => TellCheckpoint(
        new()
        {
            Epochs = _epochs, Steps = _steps.Done, Rows = _steps.RowsTaken, LossSum = _lossSum, LearningRate = _steps.LearningRate,
            BestEpoch = _best.Epoch, BestLoss = _best.Loss, Seconds = Seconds,
            FirstPower = _steps.OptimizerState.FirstPower, SecondPower = _steps.OptimizerState.SecondPower,
        },
        isLast);

    private void TellCheckpoint(TrainingPosition position, bool isLast) => Tell(
        new TrainingEvent.CheckpointReached(new(_mark, position, _network.Memory, _best.Row, _steps.OptimizerState), isLast));

    private void Tell(TrainingEvent e)
    {
        for (int i = 0; i < _observers.Count; i++) { _observers[i].On(e); }
    }
}
