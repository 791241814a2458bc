namespace Rectify.Benchmarks;

/// <summary>Every peer, once; a build without -p:Peers=true knows none.</summary>
internal static class PeerCatalog
{
    private static readonly (string Name, Func<Peer> Load)[] All =
    [
#if PEERS
        ("libtorch", () => new LibtorchPeer()),
        ("ONNX Runtime", () => new OnnxPeer()),
        ("TensorPrimitives", () => new PrimitivesPeer()),
#endif
    ];

    /// <summary>The peers whose native libraries load, and a sentence about each that is missing.</summary>
    public static (IReadOnlyList<Peer> Present, IReadOnlyList<string> Missing) Load()
    {
        List<Peer> present = [];
        List<string> missing = [];
        if (All.Length == 0) { missing.Add("No peer is measured: this program was built without -p:Peers=true."); }
        foreach ((string name, Func<Peer> load) in All)
        {
            try { present.Add(load()); }
            catch (Exception failure)
            {
                missing.Add($"{name} is not measured, because it does not load here: {ReasonOf(failure)}");
            }
        }
        return (present, missing);
    }

    /// <summary>One peer alone, for a process in which the others' libraries should take no memory.</summary>
    public static Peer Load(string name) => All.Single(peer => peer.Name == name).Load();

    private static string ReasonOf(Exception failure)
        => (failure is TypeInitializationException { InnerException: { } inner } ? inner : failure).Message.Split('\n')[0].Trim();
}
