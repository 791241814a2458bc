using Rectify.Training;

namespace Rectify.Comparisons;

/// <summary>One of the ways to train that are compared.</summary>
/// <param name="Name">How it is called in tables, e.g. gelu.</param>
/// <param name="Options">
/// How it is trained; seed, threads and, where there are several to choose from, learning rate are the comparison's.
/// </param>
public sealed record Variant(string Name, TrainOptions Options);
