namespace Rectify.Comparisons;

/// <summary>One run of a comparison.</summary>
/// <param name="Variant">The variant's place.</param>
/// <param name="Seed">Of its split, its start and its order.</param>
/// <param name="LearningRate">One of those to choose from.</param>
public readonly record struct Trial(int Variant, ulong Seed, float LearningRate);
