namespace Rectify.Data;

/// <summary>
/// Which pixels of one dimension a resized pixel is made of, and with what weights. Weights are whole numbers, so that the
/// result is exact, and rounded only once.
/// </summary>
/// <remarks>
/// Shrinking averages the area that a new pixel covers. Growing is linear between the two nearest centres; a centre beyond
/// the first or last one takes that pixel's value.
/// </remarks>
internal sealed class ResizeAxis
{
    private readonly int[] _firsts;
    private readonly int[][] _weights;

    public ResizeAxis(int from, int to)
    {
        (_firsts, _weights) = (new int[to], new int[to][]);
        Total = to < from ? from : 2 * to;
        for (int i = 0; i < to; i++) { (_firsts[i], _weights[i]) = to < from ? Area(from, to, i) : Linear(from, to, i); }
    }

    /// <summary>What the weights of one pixel add up to.</summary>
    public int Total { get; }

    /// <summary>The first old pixel that a new one is made of.</summary>
    public int First(int index) => _firsts[index];

    /// <summary>The weights of the first old pixel and those after it.</summary>
    public ReadOnlySpan<int> Weights(int index) => _weights[index];

    // In units of 1/(from·to) of the whole: a new pixel is from wide, an old one to.
    private static (int, int[]) Area(int from, int to, int index)
    {
        long start = (long)index * from, end = start + from;
        int first = (int)(start / to), last = (int)((end - 1) / to);
        int[] weights = new int[last - first + 1];
        for (int i = 0; i < weights.Length; i++)
        {
            long old = (long)(first + i) * to;
            weights[i] = (int)(Math.Min(end, old + to) - Math.Max(start, old));
        }
        return (first, weights);
    }

    // The new centre (index + ½)/to lies at (index + ½)·from/to − ½ between old centres, in units of 1/(2·to) here.
    private static (int, int[]) Linear(int from, int to, int index)
    {
        long centre = (2L * index + 1) * from - to;
        long clamped = Math.Clamp(centre, 0, (from - 1) * 2L * to);
        int first = (int)Math.Min(clamped / (2L * to), Math.Max(0, from - 2)), second = (int)(clamped - first * 2L * to);
        return (first, from == 1 ? [2 * to] : [2 * to - second, second]);
    }
}
