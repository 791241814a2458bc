namespace Rectify.Reports.Runs;

/// <summary>An epoch of a run.</summary>
/// <param name="Epoch">From 1.</param>
/// <param name="Step">Steps done since the start of the run.</param>
/// <param name="TrainingLoss">Mean over its batches.</param>
/// <param name="ValidationLoss">After it.</param>
/// <param name="LearningRate">Of its last step.</param>
internal sealed record EpochPoint(int Epoch, long Step, double TrainingLoss, double ValidationLoss, double LearningRate);
