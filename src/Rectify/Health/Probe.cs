using Rectify.Data;
using Rectify.Kernels;

namespace Rectify.Health;

/// <summary>The fixed rows on which units are judged: 4,096 training rows drawn from the run's seed, or all when fewer.</summary>
public static class Probe
{
    public const int MostRows = 4096;

    /// <summary>The probe's rows of <paramref name="source"/>, in the order in which they lie.</summary>
    /// <exception cref="ArgumentException">There are to be fewer than one.</exception>
    public static SampleSource Draw(SampleSource source, ulong seed, int mostRows = MostRows)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (mostRows < 1) { throw new ArgumentException($"A probe of at most {mostRows} rows is out of range: it takes 1 or more."); }
        if (source.Count <= mostRows) { return source; }

        int[] rows = [.. Enumerable.Range(0, source.Count)];
        new Philox(seed, RandomPurpose.Probe).Shuffle(rows);
        Span<int> drawn = rows.AsSpan(0, mostRows);
        drawn.Sort();
        return source.Take(drawn);
    }
}
