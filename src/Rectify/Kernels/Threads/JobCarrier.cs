namespace Rectify.Kernels;

/// <summary>A job without its type, as a team of threads sees it.</summary>
internal abstract class JobCarrier
{
    public abstract void Invoke(int part);

    /// <summary>Carries jobs of one type, one job at a time. Each calling thread keeps one for the next.</summary>
    internal sealed class Of<TJob> : JobCarrier where TJob : struct, IParallelJob
    {
        [ThreadStatic] private static Of<TJob>? t_idle;

        private TJob _job;

        // The idle one is taken away while it is in use: a part may hand a job of the same type to another team.
        public static Of<TJob> Take(TJob job)
        {
            Of<TJob> carrier = t_idle ?? new Of<TJob>();
            t_idle = null;
            carrier._job = job;
            return carrier;
        }

        public void Return()
        {
            _job = default;
            t_idle = this;
        }

        public override void Invoke(int part) => _job.Invoke(part);
    }
}
