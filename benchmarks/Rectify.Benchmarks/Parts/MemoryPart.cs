namespace Rectify.Benchmarks;

/// <summary>The most memory that training takes, in a process of its own.</summary>
internal sealed class MemoryPart : Part
{
    private const double Mebi = 1024 * 1024;

    public override string Name => "memory";

    public override string Summary =>
        $"The most resident memory of a process that does nothing but {TrainingAlone.Steps} training steps of (a), runtime and libraries "
        + "included; each engine in a process of its own.";

    public override IEnumerable<Table> Tables(IReadOnlyList<Peer> peers)
    {
        yield return new("peak of training, 2 threads", Unit.None, Rows(peers));
    }

    private static IEnumerable<Row> Rows(IReadOnlyList<Peer> peers)
    {
        double ours = TrainingAlone.PeakBytes(TrainingAlone.Ours);
        yield return new("ours") { Facts = [Size(ours)] };
        foreach (Peer peer in peers.Where(peer => peer.Trains))
        {
            double bytes = TrainingAlone.PeakBytes(peer.Name);
            yield return new(peer.Name) { Facts = [Size(bytes), new("ours of it", () => $"{ours / bytes:P0}")] };
        }
    }

    private static Fact Size(double bytes) => new("MiB", () => $"{bytes / Mebi:N0}");
}
