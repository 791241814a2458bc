namespace Rectify.Training;

/// <summary>Why a run ended.</summary>
public enum StopReason
{
    /// <summary>All epochs that were asked for are done.</summary>
    EpochsDone,

    /// <summary>The validation loss did not fall for as many epochs as patience allows.</summary>
    EarlyStop,

    /// <summary>The time that was given is over.</summary>
    TimeUp,

    /// <summary>Someone asked it to stop.</summary>
    Cancelled,

    /// <summary>A number became NaN or infinite.</summary>
    Diverged,
}
