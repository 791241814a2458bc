using System.Runtime.Intrinsics;

namespace Rectify.Accuracy;

/// <summary>Holds a function against its reference.</summary>
internal static class Sweep
{
    private const int Block = 4096;
    private const int Parts = 1 << 10;

    /// <summary>How near a zero of the true value an input counts as near it.</summary>
    public const float Near = 0.1f;

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
        float[] block = new float[Block], outputs = new float[Block];
        SweepResult result = default;
        for (int start = 0; start < inputs.Length; start += Block)
        {
            // What the last block has too many is 0, which does no harm.
            ReadOnlySpan<float> part = inputs[start..Math.Min(start + Block, inputs.Length)];
            block.AsSpan(part.Length).Clear();
            part.CopyTo(block);
            result = result.Or(Compare(measure, block, outputs));
        }
        return result;
    }

    private static SweepResult OfPatterns(Measure measure, uint first, long count)
    {
        float[] inputs = new float[Block], outputs = new float[Block];
        SweepResult result = default;
        for (long done = 0; done < count; done += Block)
        {
            for (int i = 0; i < Block; i++) { inputs[i] = BitConverter.UInt32BitsToSingle((uint)(first + done + i)); }
            result = result.Or(Compare(measure, inputs, outputs));
        }
        return result;
    }

    private static SweepResult Compare(Measure measure, ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        measure.Compute(inputs, outputs);
        SweepResult result = default;
        for (int i = 0; i < inputs.Length; i += Doubles.Count)
        {
            Vector256<double> x = Vector256.Create((double)inputs[i], inputs[i + 1], inputs[i + 2], inputs[i + 3]);
            Vector256<double> expected = measure.Reference(new(x)).Values;
            for (int lane = 0; lane < Doubles.Count; lane++)
            {
                float input = inputs[i + lane], output = outputs[i + lane];
                if (IsNearZero(measure, input)) { result = result.OrNearZero(new(Math.Abs(output - expected[lane]), input)); }
                else { result = result.Or(new Worst(Precise.Ulps(output, expected[lane]), input)); }
            }
        }
        return result;
    }

    private static bool IsNearZero(Measure measure, float x)
    {
        foreach (float zero in measure.Zeros)
        {
            if (Math.Abs(x - zero) <= Near) { return true; }
        }
        return false;
    }
}
