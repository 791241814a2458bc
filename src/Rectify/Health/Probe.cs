using Rectify.Data;
using Rectify.Kernels;

namespace Rectify.Health;

/// <summary>The fixed rows on which units are judged: 4,096 training rows drawn from the run's seed, or all when fewer.</summary>
public static class Probe
{
    public const int MostRows = 4096;

    /// <summary>The probe's rows of <paramref name="source"/>, in the order in which they lie.</summary>
    public static SampleSource Draw(SampleSource source, ulong seed, int mostRows = MostRows)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (source.Count <= mostRows) { return source; }

        int[] rows = [.. Enumerable.Range(0, source.Count)];
        new Philox(seed, RandomPurpose.Probe).Shuffle(rows);
        Span<int> drawn = rows.AsSpan(0, mostRows);
        drawn.Sort();
        return source.Take(drawn);
    }
}
