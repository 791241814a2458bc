namespace Rectify.Comparisons;

/// <summary>The losses of a variant's runs after an epoch.</summary>
/// <param name="Mean">Over seeds.</param>
/// <param name="Lowest">Of the best seed.</param>
/// <param name="Highest">Of the worst.</param>
public readonly record struct LossBand(double Mean, double Lowest, double Highest);
