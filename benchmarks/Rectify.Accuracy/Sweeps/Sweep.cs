namespace Rectify.Accuracy;

/// <summary>Holds a function against its reference.</summary>
internal static class Sweep
{
    private const int Parts = 1 << 10;

    /// <summary>All 2³² floats, on all cores.</summary>
    /// <param name="measure">What is measured.</param>
    /// <param name="progress">Told the share that is done.</param>
    /// <param name="cancellation">Ends the sweep early.</param>
    public static SweepResult Everything(Measure measure, Action<double> progress, CancellationToken cancellation)
    {
        SweepResult result = default;
        int done = 0;
        object gate = new();
        Parallel.For(0, Parts, new ParallelOptions { CancellationToken = cancellation }, part =>
        {
            SweepResult of = OfPatterns(measure, (uint)part * (uint)((1L << 32) / Parts), (1L << 32) / Parts);
            lock (gate)
            {
                result = result.Or(of);
                progress((double)++done / Parts);
            }
        });
        return result;
    }

    /// <summary>Given floats.</summary>
    public static SweepResult Over(Measure measure, ReadOnlySpan<float> inputs)
    {
        Block block = new();
        SweepResult result = default;
        for (int start = 0; start < inputs.Length; start += Block.Length)
        {
            // What the last block has too many is 0, which does no harm.
            ReadOnlySpan<float> part = inputs[start..Math.Min(start + Block.Length, inputs.Length)];
            block.Inputs.AsSpan(part.Length).Clear();
            part.CopyTo(block.Inputs);
            result = result.Or(block.Compare(measure));
        }
        return result;
    }

    private static SweepResult OfPatterns(Measure measure, uint first, long count)
    {
        Block block = new();
        SweepResult result = default;
        for (long done = 0; done < count; done += Block.Length)
        {
            for (int i = 0; i < Block.Length; i++) { block.Inputs[i] = BitConverter.UInt32BitsToSingle((uint)(first + done + i)); }
            result = result.Or(block.Compare(measure));
        }
        return result;
    }
}
