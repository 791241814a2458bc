namespace Rectify.Health;

/// <summary>What was seen of the units of one layer at one moment, on the probe.</summary>
/// <param name="Layer">The activation layer's name in its network.</param>
/// <param name="Units">How many it has.</param>
/// <param name="Silent">How many of them are silent.</param>
/// <param name="Saturated">How many are saturated.</param>
/// <param name="DeadRows">Rows that activate none.</param>
/// <param name="Zeros">The share of outputs that are exactly zero.</param>
/// <param name="Mean">The mean of the pre-activations, over rows and units.</param>
/// <param name="Variance">Their variance.</param>
public sealed record UnitLook(
    string Layer, int Units, int Silent, int Saturated, int DeadRows, double Zeros, double Mean, double Variance);
