namespace Rectify.Benchmarks;

/// <summary>What a row came to.</summary>
/// <param name="Name">The row's.</param>
/// <param name="Rate">Ours, in work per second; NaN where the row has facts only.</param>
/// <param name="LimitShare">Our share of the limit, or null where there is none.</param>
/// <param name="Peers">Each peer's rate, and how many times as fast we are, by the peer's name.</param>
/// <param name="Facts">The text of each fact, by its name.</param>
internal sealed record Result(
    string Name,
    double Rate,
    double? LimitShare,
    IReadOnlyDictionary<string, (double Rate, double Ratio)> Peers,
    IReadOnlyDictionary<string, string> Facts);
