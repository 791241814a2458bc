namespace Rectify.Training;

/// <summary>How a run ended.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Epochs">Epochs done.</param>
/// <param name="BestEpoch">The epoch whose weights the network holds now; 0 for those before training.</param>
/// <param name="Steps">Steps done.</param>
/// <param name="Seconds">In all.</param>
/// <param name="Divergence">Where a number stopped being finite, if one did.</param>
public sealed record TrainingResult(
    StopReason Reason, int Epochs, int BestEpoch, long Steps, double Seconds, TrainingEvent.Diverged? Divergence);
