namespace Rectify.Benchmarks;

/// <summary>
/// The end of what a run leaves behind: threads of libtorch go on looking for work for some 5 ms, on a core that the next contender
/// needs.
/// </summary>
internal static class Silence
{
    // Longer than a tick of the scheduler: only then does a thread that runs on another core show in the process's time.
    private static readonly TimeSpan Window = TimeSpan.FromMilliseconds(6), Idle = TimeSpan.FromMilliseconds(1);
    private const int MostWindows = 5;

    /// <summary>Waits until no thread of this process works, and says whether one did.</summary>
    public static bool Await()
    {
        int windows = 0;
        while (windows++ < MostWindows && WorkedWithin(Window)) { }
        return windows > 1;
    }

    private static bool WorkedWithin(TimeSpan window)
    {
        TimeSpan before = Environment.CpuUsage.TotalTime;
        Thread.Sleep(window);
        return Environment.CpuUsage.TotalTime - before > Idle;
    }
}
