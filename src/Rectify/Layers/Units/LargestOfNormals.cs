namespace Rectify.Layers;

/// <summary>The second moment of the largest of k standard normal numbers.</summary>
/// <remarks>
/// Recorded constants, from the integral of x²·k·φ(x)·Φ(x)^(k−1); a test computes them again by quadrature. Beyond eight
/// pieces the value grows so slowly (as 2·log k) that the last one serves.
/// </remarks>
internal static class LargestOfNormals
{
    private static ReadOnlySpan<float> SecondMoments => [1, 1, 1.2756644f, 1.5513289f, 1.8000204f, 2.0217391f, 2.2203037f, 2.3995350f];

    public static float SecondMoment(int count) => SecondMoments[Math.Min(count, SecondMoments.Length) - 1];
}
