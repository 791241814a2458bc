namespace Rectify.Training;

/// <summary>The share that each class has of some targets.</summary>
internal static class ClassShares
{
    // Half a row for a class without any keeps its logarithm finite.
    private const double LeastRows = 0.5;

    /// <param name="targets">A class index each.</param>
    /// <param name="classes">How many classes there are.</param>
    /// <param name="weights">What a row of each class counts for; null for 1.</param>
    public static double[] Of(ReadOnlySpan<float> targets, int classes, float[]? weights)
    {
        double[] rows = new double[classes];
        foreach (float target in targets) { rows[(int)target] += weights?[(int)target] ?? 1; }
        double total = rows.Sum();
        return Array.ConvertAll(rows, n => Math.Max(n, LeastRows) / total);
    }
}
