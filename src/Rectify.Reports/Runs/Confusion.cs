namespace Rectify.Reports.Runs;

/// <summary>How often each class was taken for each.</summary>
/// <param name="Labels">The classes.</param>
/// <param name="Counts">Rows by true class, and by predicted class in each.</param>
internal sealed record Confusion(IReadOnlyList<string> Labels, IReadOnlyList<IReadOnlyList<int>> Counts);
