using Rectify.Activations;
using Rectify.Kernels;

namespace Rectify.Benchmarks;

/// <summary>Every activation, against memory, over so many numbers: in the first caches, in the last, in none.</summary>
internal sealed class ElementwisePart(int length, string size) : Part
{
    public override string Name => $"elementwise-{size}";

    public override string Summary =>
        $"Every activation over {length:N0} numbers from −6 to 6, in nanoseconds per number. Limits, in the same rounds: forward a copy, "
        + "in place (where training may) reading and writing the same memory, backward the sum of two. libtorch makes a new output at each "
        + "call, as it does for a person, and its backward is autograd's; ONNX Runtime runs a model of one operator into memory that it "
        + "is given.";

    public override IEnumerable<Table> Tables(IReadOnlyList<Peer> peers)
    {
        ActivationBuffers buffers = new(length);
        ActivationCase[] all = [.. ActivationCatalog.All.Select(entry => new ActivationCase(entry, buffers))];
        foreach (Workers workers in Teams.OneAndTwo())
        {
            string threads = Table.Threads(workers.Threads);
            yield return new($"forward, {threads}", Unit.Nanoseconds, all.Select(Forward));
            yield return new($"in place, {threads}", Unit.Nanoseconds, all.Where(activation => activation.RunsInPlace).Select(InPlace));
            yield return new($"backward, {threads}", Unit.Nanoseconds, all.Select(Backward));

            Row Forward(ActivationCase activation) => new(activation.Name, activation.Forward(workers))
            {
                Limit = Streams.Copy(workers, buffers.Input, buffers.Output),
                Peers = peers.Select(peer => peer.Forward(activation, workers.Threads)),
            };

            Row InPlace(ActivationCase activation) => new(activation.Name, activation.InPlace(workers))
            {
                Limit = Streams.Rewrite(workers, buffers.Output),
                Peers = peers.Select(peer => peer.InPlace(activation, workers.Threads)),
            };

            Row Backward(ActivationCase activation) => new(activation.Name, activation.Backward(workers))
            {
                Limit = Streams.Combine(workers, buffers.Input, buffers.OutputGradient, buffers.InputGradient),
                Peers = peers.Select(peer => peer.Backward(activation, workers.Threads)),
            };
        }
    }
}
