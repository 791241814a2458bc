using System.Diagnostics;
using Rectify.Data;

namespace Rectify.Training;

/// <summary>Keeps the last checkpoint of a run in its folder, to be resumed from. A new one replaces it when it is whole.</summary>
/// <param name="run">The folder.</param>
/// <param name="pause">
/// At least so long after one was written the next is: epochs that take less would have the disk keep up with them. The last is always
/// written.
/// </param>
public sealed class CheckpointWriter(RunFolder run, TimeSpan pause = default) : ITrainingObserver
{
    private readonly RunFolder _run = run ?? throw new ArgumentNullException(nameof(run));
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private TimeSpan? _last;

    /// <exception cref="DataException">The folder cannot be written to any more; the checkpoint before is whole.</exception>
    public void On(TrainingEvent e)
    {
        if (e is not TrainingEvent.CheckpointReached reached) { return; }
        if (!reached.IsLast && _clock.Elapsed - _last < pause) { return; }
        reached.Checkpoint.Save(_run.CheckpointPath);
        _last = _clock.Elapsed;
    }
}
