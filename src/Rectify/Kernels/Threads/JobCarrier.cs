namespace Rectify.Kernels;

/// <summary>A job without its type, as a team of threads sees it.</summary>
internal abstract class JobCarrier
{
    public abstract void Invoke(int part);

    /// <summary>Carries jobs of one type. Each calling thread keeps one, because it hands out one job at a time.</summary>
    internal sealed class Of<TJob> : JobCarrier where TJob : struct, IParallelJob
    {
        [ThreadStatic] private static Of<TJob>? t_ofThread;

        public static Of<TJob> OfThread => t_ofThread ??= new Of<TJob>();

        public TJob Job { get; set; }

        public override void Invoke(int part) => Job.Invoke(part);
    }
}
