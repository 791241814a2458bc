using Rectify.Kernels;

namespace Rectify.Benchmarks;

/// <summary>The machine's limits: multiply-adds, and copying within each level of memory.</summary>
internal static class PeakPart
{
    private static readonly int[] CopiedKibibytes = [64, 4096, 65536];

    public static void Run()
    {
        using Workers two = new(2);
        Console.WriteLine("peak                     1 thread   2 threads");
        double[] peaks = Contest.Rates(Peak.Of(Workers.Single), Peak.Of(two));
        Console.WriteLine($"multiply-add, GFLOP/s   {peaks[0] / 1e9,9:F1} {peaks[1] / 1e9,11:F1}");
        foreach (int kibibytes in CopiedKibibytes)
        {
            double[] copies = Contest.Rates(Copy(Workers.Single, kibibytes), Copy(two, kibibytes));
            Console.WriteLine($"copy {kibibytes,6} KiB, GB/s   {copies[0] / 1e9,9:F1} {copies[1] / 1e9,11:F1}");
        }
    }

    // Each thread copies memory of its own; a copied byte is read once and written once, and counts as two.
    private static Contender Copy(Workers workers, int kibibytes)
    {
        CopyJob job = new([.. Enumerable.Range(0, workers.Threads).Select(_ => (new float[kibibytes * 256], new float[kibibytes * 256]))]);
        return new Contender(2048.0 * kibibytes * workers.Threads, () => workers.Run(job, workers.Threads));
    }

    private readonly struct CopyJob((float[] From, float[] To)[] arrays) : IParallelJob
    {
        public void Invoke(int part) => arrays[part].From.CopyTo(arrays[part].To, 0);
    }
}
