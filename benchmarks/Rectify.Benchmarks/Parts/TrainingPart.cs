using Rectify.Kernels;

namespace Rectify.Benchmarks;

/// <summary>Whole training steps.</summary>
internal sealed class TrainingPart : Part
{
    private const int CountedSteps = 20;

    public override string Name => "training";

    public override string Summary =>
        "Whole training steps (rows gathered from a shuffled set of 40 batches, cross-entropy, Adam) in batches of 128, 64 and 32; the "
        + "limit is what the multiply-add peak would give if products were all there is. libtorch trains on one batch again and again.";

    public override IEnumerable<Table> Tables(IReadOnlyList<Peer> peers)
    {
        foreach (Workers workers in Teams.OneAndTwo())
        {
            string threads = Table.Threads(workers.Threads);
            yield return new($"training, {threads}", Unit.Samples, NetworkCase.All.Select(network => Training(network)));
            yield return new($"ten times the data, {threads}; the limit is training on a tenth of it", Unit.Samples,
                NetworkCase.All.Select(network => MuchData(network)));
            yield return new($"with the health monitor watching, {threads}; the limit is training alone", Unit.Samples,
                NetworkCase.All.Select(network => Watched(network)));

            Row Training(NetworkCase network)
            {
                Contender peak = Peak.Of(workers), ours = network.Training(workers);
                return new(network.Name, ours)
                {
                    Seconds = 2,
                    Limit = peak.Counting(peak.Work / network.TrainingOperations),
                    Peers = peers.Select(peer => peer.Training(network, workers.Threads)),
                    Facts =
                    [
                        new("bytes allocated a step", () => $"{AllocatedByStep(ours.Run)}"),
                        new("planned memory", () => $"{network.PlannedBytes / 1024.0:N0} KiB"),
                    ],
                };
            }

            Row Watched(NetworkCase network) => new(network.Name, network.WatchedTraining(workers))
            {
                Seconds = 3,
                Limit = network.Training(workers),
            };

            Row MuchData(NetworkCase network) => new(network.Name, network.Training(workers, 10 * NetworkCase.Batches))
            {
                Seconds = 2,
                Limit = network.Training(workers),
            };
        }
    }

    // On all threads. The fewest of three tries, because the runtime allocates now and then for itself.
    private static long AllocatedByStep(Action step) => Enumerable.Range(0, 3).Select(_ =>
    {
        long before = GC.GetTotalAllocatedBytes(precise: true);
        for (int i = 0; i < CountedSteps; i++) { step(); }
        return (GC.GetTotalAllocatedBytes(precise: true) - before) / CountedSteps;
    }).Min();
}
