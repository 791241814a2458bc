namespace Rectify.Comparisons;

/// <summary>How much a variant's scores differ from the first variant's, seed by seed.</summary>
/// <param name="Interval">Of the mean difference, at the level that Holm's correction leaves it.</param>
/// <param name="P">The two-sided probability of such a difference by chance alone; not corrected.</param>
/// <param name="IsClear">Whether the interval excludes 0, and those of all differences with a smaller p do.</param>
/// <param name="SeedsToTell">
/// With how many seeds a difference as large as this one seems would be clear at the same level; null where that is more than
/// <see cref="MostSeeds"/>, or where nothing differs.
/// </param>
public sealed record PairedDifference(Interval Interval, double P, bool IsClear, int? SeedsToTell)
{
    /// <summary>More seeds than this nobody waits for.</summary>
    public const int MostSeeds = 1000;

    /// <summary>Below this a mean difference is but what sums of scores are rounded by.</summary>
    internal const double Nothing = 1e-12;

    private const double Error = 0.05;

    /// <summary>
    /// Of each row of differences its interval and whether it is clear; in all, one or more are called clear by chance in at most 5 of
    /// 100 comparisons (S. Holm, A simple sequentially rejective multiple test procedure, 1979).
    /// </summary>
    /// <param name="differences">For each variant but the first, its score less the first's, one a seed.</param>
    /// <param name="leastDeviation">What a standard deviation is taken to be at least: scores that are counts have steps.</param>
    /// <exception cref="ArgumentException">There are fewer than two seeds.</exception>
    public static IReadOnlyList<PairedDifference> Holm(IReadOnlyList<IReadOnlyList<double>> differences, double leastDeviation = 0)
    {
        ArgumentNullException.ThrowIfNull(differences);
        double[] chances = [.. differences.Select(row => ChanceOf(row, leastDeviation))];
        PairedDifference[] results = new PairedDifference[differences.Count];
        bool isClear = true;

        // The smallest p has to withstand all comparisons, the next one fewer, and none is clear after the first that is not.
        foreach ((int rank, int i) in Enumerable.Range(0, results.Length).OrderBy(i => chances[i]).Index())
        {
            double confidence = 1 - Error / (results.Length - rank);
            Interval interval = Interval.OfMean(differences[i], confidence, leastDeviation);
            isClear &= interval.ExcludesZero;
            results[i] = new(interval, chances[i], isClear, SeedsFor(differences[i], confidence, leastDeviation));
        }
        return results;
    }

    private static double ChanceOf(IReadOnlyList<double> differences, double leastDeviation)
    {
        double error = Interval.DeviationOf(differences, leastDeviation) / Math.Sqrt(differences.Count);
        double mean = Math.Abs(Interval.MeanOf(differences));

        // Of what is not finite nothing can be told.
        if (mean < Nothing || !double.IsFinite(mean) || !double.IsFinite(error)) { return 1; }
        return error == 0 ? 0 : 1 - StudentT.Within(mean / error, differences.Count - 1);
    }

    private static int? SeedsFor(IReadOnlyList<double> differences, double confidence, double leastDeviation)
    {
        double mean = Math.Abs(Interval.MeanOf(differences)), deviation = Interval.DeviationOf(differences, leastDeviation);
        if (mean < Nothing || !Tells(MostSeeds)) { return null; }
        (int tooFew, int enough) = (1, MostSeeds);
        while (enough - tooFew > 1)
        {
            int middle = (tooFew + enough) / 2;
            (tooFew, enough) = Tells(middle) ? (tooFew, middle) : (middle, enough);
        }
        return enough;

        bool Tells(int seeds) => StudentT.Limit(confidence, seeds - 1) * deviation / Math.Sqrt(seeds) < mean;
    }
}
