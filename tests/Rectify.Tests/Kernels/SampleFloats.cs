using Rectify.Kernels;

namespace Rectify.Tests.Kernels;

/// <summary>Floats to try a function on.</summary>
internal static class SampleFloats
{
    /// <summary>Zeros, ones, the ends of the range, denormals, infinities and NaN.</summary>
    public static float[] Edges { get; } =
    [
        0, -0f, 1, -1, 0.5f, -0.5f, 3, -3, 6, -6, float.Epsilon, -float.Epsilon, 1e-40f, -1e-40f, 1.1754944e-38f, -1.1754944e-38f,
        1e-8f, -1e-8f, 17, -17, 88.72f, -88.72f, 89, -89, 104, -104, 1e10f, -1e10f, 1e30f, -1e30f, float.MaxValue, float.MinValue,
        float.PositiveInfinity, float.NegativeInfinity, float.NaN,
    ];

    /// <summary>Every sign and exponent with random fractions: finite, infinite and NaN.</summary>
    public static float[] AllExponents(int perExponent)
    {
        var random = new Philox(7, RandomPurpose.Probe);
        float[] floats = new float[512 * perExponent];
        for (int i = 0; i < floats.Length; i++)
        {
            uint bits = (uint)(i / perExponent) << 23 | random.Bits((ulong)i) >> 9;
            floats[i] = BitConverter.UInt32BitsToSingle(bits);
        }
        return floats;
    }

    /// <summary>Evenly spread over [−limit, limit).</summary>
    public static float[] Even(float limit, int count) => [.. Enumerable.Range(0, count).Select(i => limit * (2f * i / count - 1))];

    /// <summary>Whether two spans hold the same bits; any NaN is like any other.</summary>
    public static bool SameBits(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        for (int i = 0; i < a.Length; i++)
        {
            bool areNaN = float.IsNaN(a[i]) && float.IsNaN(b[i]);
            if (!areNaN && BitConverter.SingleToInt32Bits(a[i]) != BitConverter.SingleToInt32Bits(b[i])) { return false; }
        }
        return a.Length == b.Length;
    }
}
