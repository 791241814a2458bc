namespace Rectify.Health;

/// <summary>How often something was so among independent draws, and between which bounds its probability lies at 95 %.</summary>
/// <remarks>Wilson 1927: unlike the usual interval, it is right for counts of 0 and of few, too.</remarks>
/// <param name="Count">How often.</param>
/// <param name="Total">Of how many draws, 1 or more.</param>
public readonly record struct Proportion(int Count, int Total)
{
    // 95 % of a standard normal distribution lie within this of 0.
    private const double Z = 1.959963985;

    public double Value => (double)Count / Total;

    /// <summary>The lower bound.</summary>
    public double Low => Math.Max(Centre - Margin, 0);

    /// <summary>The upper bound.</summary>
    public double High => Math.Min(Centre + Margin, 1);

    private double Weight => 1 / (1 + Z * Z / Total);
    private double Centre => Weight * (Value + Z * Z / (2 * Total));
    private double Margin => Weight * Z * Math.Sqrt(Value * (1 - Value) / Total + Z * Z / (4.0 * Total * Total));
}
