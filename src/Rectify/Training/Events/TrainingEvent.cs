using Rectify.Networks;

namespace Rectify.Training;

/// <summary>Something that happened in a run. Progress bar, event log and health monitor read this stream, in order.</summary>
public abstract record TrainingEvent
{
    private TrainingEvent() { }

    /// <summary>The buffers of steps are planned: whoever wants to see layers at work sets their watcher.</summary>
    public sealed record Planned(Workspace Workspace) : TrainingEvent;

    /// <summary>Weights are drawn; nothing has moved.</summary>
    public sealed record Started(
        int Epochs, int StepsPerEpoch, int TrainingRows, int ValidationRows, double ValidationLoss) : TrainingEvent;

    /// <summary>The run goes on from where an earlier one stopped; the epochs up to there are not told again.</summary>
    public sealed record Resumed(Checkpoint Checkpoint) : TrainingEvent;

    /// <summary>A step is done. One object for the whole run, so that a step allocates nothing: read it, do not keep it.</summary>
    public sealed record Stepped : TrainingEvent
    {
        public int Epoch { get; internal set; }
        public long Step { get; internal set; }

        /// <summary>Of the step's batch, before the step.</summary>
        public double Loss { get; internal set; }

        public float LearningRate { get; internal set; }
    }

    /// <summary>An epoch is over.</summary>
    /// <param name="Epoch">From 1.</param>
    /// <param name="Step">Steps done since the start of the run.</param>
    /// <param name="TrainingLoss">Mean over the epoch's batches, as it was in training mode.</param>
    /// <param name="ValidationLoss">In inference mode, after the epoch; the training loss where there is no validation part.</param>
    /// <param name="Penalty">What the penalties add to the loss, after the epoch.</param>
    /// <param name="LearningRate">Of the epoch's last step.</param>
    /// <param name="BestEpoch">The epoch of the lowest validation loss so far.</param>
    /// <param name="BestLoss">That loss.</param>
    /// <param name="Seconds">Since the start of the run.</param>
    public sealed record EpochEnded(
        int Epoch, long Step, double TrainingLoss, double ValidationLoss, double Penalty, float LearningRate,
        int BestEpoch, double BestLoss, double Seconds) : TrainingEvent;

    /// <summary>A number became NaN or infinite; the best weights before are kept.</summary>
    /// <param name="Epoch">From 1.</param>
    /// <param name="Step">The step that showed it, from 1.</param>
    /// <param name="Layer">The first layer that shows it.</param>
    /// <param name="LearningRate">Of the step before.</param>
    /// <param name="Loss">What the loss was: NaN, infinite, or finite where only weights are not.</param>
    public sealed record Diverged(int Epoch, long Step, string Layer, float LearningRate, double Loss) : TrainingEvent;

    /// <summary>The run stands between two steps, and could go on from here later.</summary>
    /// <param name="Checkpoint">Holds for as long as observers are told; whoever wants it later saves it now.</param>
    /// <param name="IsLast">Whether the run ends here.</param>
    public sealed record CheckpointReached(Checkpoint Checkpoint, bool IsLast) : TrainingEvent;

    /// <summary>The run is over and the best weights are back in the network.</summary>
    public sealed record Ended(StopReason Reason, int Epochs, int BestEpoch, double Seconds) : TrainingEvent;
}
