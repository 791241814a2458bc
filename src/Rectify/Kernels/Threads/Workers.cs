namespace Rectify.Kernels;

/// <summary>A team of threads that shares the parts of one job at a time.</summary>
public sealed class Workers : IDisposable
{
    /// <param name="threads">How many threads work, the caller's own included; 0 for one per core.</param>
    public Workers(int threads = 0) => Threads = threads > 0 ? threads : Environment.ProcessorCount;

    /// <summary>A team of the calling thread alone.</summary>
    public static Workers Single { get; } = new(1);

    public int Threads { get; }

    public void Dispose() { }

    /// <summary>Runs parts 0 … parts − 1 and returns when all are done.</summary>
    internal void Run<TJob>(TJob job, int parts) where TJob : struct, IParallelJob
    {
        for (int part = 0; part < parts; part++) { job.Invoke(part); }
    }
}
