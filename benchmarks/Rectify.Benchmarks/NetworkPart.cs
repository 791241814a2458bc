using Rectify.Kernels;

namespace Rectify.Benchmarks;

/// <summary>
/// Whole training steps of multilayer perceptrons (Adam, cross-entropy), as a share of the multiply-add peak measured in turns
/// with them.
/// </summary>
internal static class NetworkPart
{
    private static readonly NetworkCase[] Cases =
    [
        new("(a) 784-512-256-10, batch 128", [784, 512, 256, 10], BatchSize: 128),
        new("(c) 16-64-64-2, batch 32", [16, 64, 64, 2], BatchSize: 32),
    ];

    public static void Run()
    {
        using Workers two = new(2);
        foreach (Workers workers in new[] { Workers.Single, two })
        {
            Console.WriteLine($"training, {workers.Threads} thread(s)".PadRight(32) + "samples/s   GFLOP/s  of peak" + Peer.Heading);
            Contender peak = Peak.Of(workers);
            foreach (NetworkCase network in Cases)
            {
                double[] rates = Contest.Rates([peak, network.Ours(workers), .. Peer.Training(network, workers.Threads)]);
                double operations = rates[1] * network.OperationsPerSample;
                Console.Write($"{network.Name,-32}{rates[1],9:F0} {operations / 1e9,9:F1} {operations / rates[0],7:P0}");
                foreach (double rate in rates.AsSpan(2)) { Console.Write($"  {rate,8:F0} {rates[1] / rate,5:F2}x"); }
                Console.WriteLine();
            }
        }
    }
}
