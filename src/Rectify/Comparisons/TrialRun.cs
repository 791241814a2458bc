using Rectify.Health;
using Rectify.Training;

namespace Rectify.Comparisons;

/// <summary>One run of a comparison, watched by a health monitor.</summary>
internal sealed class TrialRun : ITrainingObserver
{
    private readonly List<double> _losses = [];

    /// <exception cref="OperationCanceledException">An end was asked for before the run was over.</exception>
    public static TrialOutcome Of(Trial trial, ModelTraining training, CancellationToken cancellation)
    {
        TrialRun run = new();
        HealthMonitor monitor = new(training) { Cancellation = cancellation };
        TrainingResult result = training.Run([monitor, run], cancellation);
        if (result.Reason == StopReason.Cancelled) { throw new OperationCanceledException(cancellation); }

        HealthReport health = monitor.Report();
        int units = health.Layers.Sum(layer => layer.Units);
        IReadOnlyList<WeightLook> gradients = monitor.Looks.FirstOrDefault(look => look.Weights.Count > 0)?.Weights ?? [];
        return new(
            trial, result.Epochs, result.BestEpoch, result.Seconds, training.Validation.Count > 0 ? run._losses[^1] : double.NaN,
            result.Divergence is not null,
            units == 0 ? 0 : (double)health.Layers.Sum(layer => layer.Count(Verdict.Silent)) / units,
            units == 0 ? 0 : health.Layers.Sum(layer => layer.Zeros * layer.Units) / units,
            health.Findings.FirstOrDefault(finding => finding.Severity > Severity.Hint)?.Rule,
            run._losses,
            [.. gradients.Select(look => new LayerGradient(look.Layer, look.GradientSize))]);
    }

    public void On(TrainingEvent e)
    {
        if (e is TrainingEvent.Started started) { _losses.Add(started.ValidationLoss); }
        if (e is TrainingEvent.EpochEnded epoch) { _losses.Add(epoch.BestLoss); }
    }
}
