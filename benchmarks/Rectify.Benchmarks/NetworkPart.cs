using Rectify.Kernels;

namespace Rectify.Benchmarks;

/// <summary>
/// Whole training steps (Adam, cross-entropy), as a share of the multiply-add peak measured in turns with them.
/// </summary>
internal static class NetworkPart
{
    private static readonly NetworkCase[] Cases =
    [
        NetworkCase.Mlp("(a) 784-512-256-10, batch 128", [784, 512, 256, 10], batchSize: 128),
        new("(b) CNN 28x28, batch 64", new(28, 28, 1),
            [
                "conv2d:inputs=1,outputs=32,kernel=3x3,stride=1x1,padding=0x0,dilation=1x1,groups=1", "activation:relu",
                "max-pool:window=2x2,stride=2x2,padding=0x0",
                "conv2d:inputs=32,outputs=64,kernel=3x3,stride=1x1,padding=0x0,dilation=1x1,groups=1", "activation:relu",
                "max-pool:window=2x2,stride=2x2,padding=0x0", "flatten",
                "dense:inputs=1600,outputs=128", "activation:relu", "dense:inputs=128,outputs=10",
            ],
            BatchSize: 64),
        NetworkCase.Mlp("(c) 16-64-64-2, batch 32", [16, 64, 64, 2], batchSize: 32),
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
