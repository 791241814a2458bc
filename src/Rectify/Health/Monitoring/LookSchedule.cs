namespace Rectify.Health;

/// <summary>
/// When to look: after steps 1, 2, 4, 8 … while a run is young and most happens, and later so seldom that looking takes a small share
/// of the time. It follows from the sizes alone, so that the same run is looked at in the same steps on any machine.
/// </summary>
/// <param name="rows">Rows of a look.</param>
/// <param name="batchSize">Rows of a step.</param>
internal sealed class LookSchedule(int rows, int batchSize)
{
    // A look passes its rows forward once, and counts: about two passes of the three that each row of a step takes.
    private const double CostOfRow = 2.0 / 3, ShareOfTime = 0.01;
    private const long LastOfYouth = 256;

    private readonly long _pause = Math.Max(1, (long)(CostOfRow * rows / Math.Max(batchSize, 1) / ShareOfTime));

    public bool IsDue(long step) => step <= LastOfYouth ? long.IsPow2(step) : step % _pause == 0;
}
