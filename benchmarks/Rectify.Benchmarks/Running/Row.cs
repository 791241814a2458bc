namespace Rectify.Benchmarks;

/// <summary>What is measured side by side: ours and its peers, and the limit of the machine that they could at best reach.</summary>
/// <param name="Name">The first cell of its line.</param>
/// <param name="Ours">Null where nothing runs in turns, because all there is to say are facts.</param>
internal sealed record Row(string Name, Contender? Ours = null)
{
    public Contender? Limit { get; init; }

    /// <summary>A peer that has no counterpart is null, and its cell stays empty.</summary>
    public IEnumerable<Contender?> Peers { get; init; } = [];

    /// <summary>About how long the contest takes.</summary>
    public double Seconds { get; init; } = 0.5;

    /// <summary>What is measured once, after the contest.</summary>
    public IReadOnlyList<Fact> Facts { get; init; } = [];
}
