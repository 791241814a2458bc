using Rectify.Kernels;

namespace Rectify.Benchmarks;

/// <summary>Predictions, one by one and by the batch.</summary>
internal sealed class InferencePart : Part
{
    public override string Name => "inference";

    public override string Summary =>
        "One prediction of one sample, and of 128, in microseconds; the limit is the multiply-add peak. ONNX Runtime gets the same "
        + "network as a model, reads and writes memory that it is given, and packs its weights when it loads.";

    public override IEnumerable<Table> Tables(IReadOnlyList<Peer> peers)
        => from workers in Teams.OneAndTwo()
           from samples in (int[])[1, 128]
           select new Table(
               $"{(samples == 1 ? "1 sample" : $"{samples} samples")}, {Table.Threads(workers.Threads)}",
               Unit.Microseconds,
               NetworkCase.All.Select(network => Prediction(network, samples, workers, peers)));

    private static Row Prediction(NetworkCase network, int samples, Workers workers, IReadOnlyList<Peer> peers)
    {
        Contender peak = Peak.Of(workers);
        return new(network.Name, network.Inference(workers, samples))
        {
            Seconds = 1,
            Limit = peak.Counting(peak.Work / (network.ForwardOperations * samples)),
            Peers = peers.Select(peer => peer.Inference(network, samples, workers.Threads)),
        };
    }
}
