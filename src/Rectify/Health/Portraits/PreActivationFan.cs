namespace Rectify.Health;

/// <summary>Where most of the numbers lie that go into the activations of a layer, over rows and units.</summary>
/// <param name="Quantiles">
/// The numbers below which 5, 25, 50, 75 and 95 % of them lie, those that are exactly zero left out; empty where there are no others.
/// </param>
/// <param name="Zeros">
/// The share that is exactly zero: behind a layer that is silent on a row, of units without a bias, they would hide all others.
/// </param>
public sealed record PreActivationFan(IReadOnlyList<float> Quantiles, double Zeros)
{
    /// <summary>The shares that the quantiles are of.</summary>
    public static IReadOnlyList<double> Shares { get; } = [0.05, 0.25, 0.5, 0.75, 0.95];

    /// <summary>Of some numbers, which are sorted on the way.</summary>
    internal static PreActivationFan Of(Span<float> values)
    {
        values.Sort();
        int negative = values.BinarySearch(new Below()), positive = values.BinarySearch(new Above());
        (negative, positive) = (~negative, ~positive);
        int zeros = positive - negative, others = values.Length - zeros;
        float[] quantiles = new float[others == 0 ? 0 : Shares.Count];
        for (int i = 0; i < quantiles.Length; i++)
        {
            // Between two numbers, in proportion.
            double place = Shares[i] * (others - 1);
            int below = (int)place;
            float low = At(values, below), high = At(values, Math.Min(below + 1, others - 1));
            quantiles[i] = (float)(low + (place - below) * ((double)high - low));
        }
        return new(quantiles, values.Length == 0 ? 0 : (double)zeros / values.Length);

        float At(ReadOnlySpan<float> sorted, int index) => sorted[index < negative ? index : index + zeros];
    }

    // Never found, but everything below zero lies before it, NaN too.
    private readonly struct Below : IComparable<float>
    {
        public int CompareTo(float other) => other >= 0 ? -1 : 1;
    }

    private readonly struct Above : IComparable<float>
    {
        public int CompareTo(float other) => other > 0 ? -1 : 1;
    }
}
