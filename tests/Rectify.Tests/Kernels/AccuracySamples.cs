namespace Rectify.Tests.Kernels;

/// <summary>The floats a function is held to in the suite: edges, all exponents, where it bends, and where it fades.</summary>
internal static class AccuracySamples
{
    private const int PerExponent = 800, Dense = 100_000, Band = 20_000;

    /// <summary>About a million; among them denormals with one bit, and the floats next to 0 and to the places given.</summary>
    public static float[] About(float[] places) =>
    [
        .. SampleFloats.Edges,
        .. SampleFloats.AllExponents(PerExponent),
        .. SampleFloats.Even(1, Dense), .. SampleFloats.Even(8, 2 * Dense),
        .. SampleFloats.Even(20, Dense), .. SampleFloats.Even(110, 2 * Dense),
        .. Enumerable.Range(0, 23).SelectMany(place => new[] { 1 << place, (1 << place) - 1 }).Select(BitConverter.Int32BitsToSingle),
        .. places.Append(0).Distinct().SelectMany(Around),
    ];

    private static IEnumerable<float> Around(float place)
    {
        (float up, float down) = (place, place);
        for (int i = 0; i < Band; i++)
        {
            yield return up;
            yield return down;
            (up, down) = (MathF.BitIncrement(up), MathF.BitDecrement(down));
        }
    }
}
