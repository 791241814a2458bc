using System.Diagnostics;
using System.Runtime.ExceptionServices;

namespace Rectify.Kernels;

/// <summary>
/// A team of threads that shares the parts of one job at a time. A second job that arrives meanwhile, from another
/// thread or from inside a part, runs on its caller alone, so a team can be shared freely and never deadlocks.
/// </summary>
/// <remarks>
/// Each thread begins with parts of its own, the same ones whenever a job has as many: what it wrote in one step is then in its own
/// cache in the next. Who is done takes parts from the ends of the others'.
/// </remarks>
public sealed class Workers : IDisposable
{
    // How long a worker looks for the next job before it sleeps: longer than the gaps inside a training step, shorter
    // than anyone notices on a laptop's battery. With one core, looking would only keep the caller from running.
    private static readonly long Patience = Environment.ProcessorCount > 1 ? Stopwatch.Frequency / 20_000 : 0;

    // Numbers of a pass over memory that take about 20 µs, some times what it takes to wake a thread.
    private const long WorthSharing = 64 * 1024;

    private readonly Thread[] _threads;
    private readonly PartRange[] _ranges;
    private readonly SemaphoreSlim _wake = new(0);
    private JobCarrier? _job;
    private ExceptionDispatchInfo? _failure;
    private int _jobs;
    private int _unfinished;
    private int _asleep;
    private int _busy;
    private volatile bool _disposed;

    /// <param name="threads">How many threads work, the caller's own included; 0 for one per core.</param>
    /// <exception cref="ArgumentException">It is below 0.</exception>
    public Workers(int threads = 0)
    {
        if (threads < 0)
        {
            throw new ArgumentException($"A team of {threads} threads is out of range: it takes 1 or more, or 0 for one per core.");
        }
        Threads = threads > 0 ? threads : Environment.ProcessorCount;
        _ranges = new PartRange[Threads];
        _threads = new Thread[Threads - 1];
        for (int i = 0; i < _threads.Length; i++)
        {
            int index = i + 1;
            _threads[i] = new Thread(() => Work(index)) { IsBackground = true, Name = $"Rectify worker {index}" };
            _threads[i].Start();
        }
    }

    /// <summary>A team of the calling thread alone.</summary>
    public static Workers Single { get; } = new(1);

    /// <summary>How many threads work, the caller's own included.</summary>
    public int Threads { get; }

    /// <summary>About how many threads sleep until there is work again, for tests: one that never slept would heat the machine.</summary>
    internal int Asleep => Volatile.Read(ref _asleep);

    /// <summary>Ends the threads. A job that comes later runs on its caller alone.</summary>
    public void Dispose()
    {
        if (_disposed || _threads.Length == 0) { return; }
        _disposed = true;
        _wake.Release(_threads.Length);
        foreach (Thread thread in _threads) { thread.Join(); }
    }

    /// <summary>This team where so many numbers are worth waking its threads for, else the caller alone.</summary>
    internal Workers For(long numbers) => numbers < WorthSharing ? Single : this;

    /// <summary>Runs parts 0 … parts − 1, each once, in any order and on any thread, and returns when all are done.</summary>
    /// <exception cref="Exception">The first that a part threw; other parts may have run or not.</exception>
    internal void Run<TJob>(TJob job, int parts) where TJob : struct, IParallelJob
    {
        if (parts <= 1 || _threads.Length == 0 || _disposed || Interlocked.Exchange(ref _busy, 1) == 1)
        {
            for (int part = 0; part < parts; part++) { job.Invoke(part); }
            return;
        }

        JobCarrier.Of<TJob> carrier = JobCarrier.Of<TJob>.Take(job);
        Share(carrier, parts);
        carrier.Return();

        ExceptionDispatchInfo? failure = _failure;
        _failure = null;
        Volatile.Write(ref _busy, 0);
        failure?.Throw();
    }

    private void Share(JobCarrier job, int parts)
    {
        (_job, _unfinished) = (job, parts);
        for (int i = 0; i < _ranges.Length; i++)
        {
            _ranges[i].Set((int)((long)parts * i / _ranges.Length), (int)((long)parts * (i + 1) / _ranges.Length));
        }

        // A full fence: a worker that goes to sleep counts itself first and looks for a job after, so one sees the other.
        Interlocked.Increment(ref _jobs);
        int asleep = Interlocked.Exchange(ref _asleep, 0);
        if (asleep > 0) { _wake.Release(asleep); }

        TakeParts(0);
        SpinWait wait = default;
        while (Volatile.Read(ref _unfinished) > 0) { wait.SpinOnce(sleep1Threshold: -1); }
        _job = null;
    }

    private void Work(int thread)
    {
        while (!_disposed)
        {
            int jobs = Volatile.Read(ref _jobs);
            TakeParts(thread);
            if (FindsJobAfter(jobs)) { continue; }
            Interlocked.Increment(ref _asleep);

            // If a job came in between, the count stays one too high, and a later sleep ends at once: no harm.
            if (Volatile.Read(ref _jobs) == jobs && !_disposed) { _wake.Wait(); }
        }
    }

    private bool FindsJobAfter(int jobs)
    {
        for (long start = Stopwatch.GetTimestamp(); Stopwatch.GetTimestamp() - start < Patience; Thread.SpinWait(10))
        {
            if (Volatile.Read(ref _jobs) != jobs) { return true; }
        }
        return false;
    }

    // Only who has taken a part may look at the job: it cannot end, nor another begin, before that part is finished.
    private void TakeParts(int thread)
    {
        while (_ranges[thread].TryTakeFirst(out int part)) { Invoke(part); }
        for (int i = 1; i < _ranges.Length; i++)
        {
            ref PartRange other = ref _ranges[(thread + i) % _ranges.Length];
            while (other.TryTakeLast(out int part)) { Invoke(part); }
        }
    }

    private void Invoke(int part)
    {
        try
        {
            _job!.Invoke(part);
        }
        catch (Exception exception)
        {
            Interlocked.CompareExchange(ref _failure, ExceptionDispatchInfo.Capture(exception), null);
        }
        finally
        {
            Interlocked.Decrement(ref _unfinished);
        }
    }
}
