namespace Rectify.Benchmarks;

/// <summary>Measures the contenders of a row in turns within one process, so that a machine that slows down slows all of them.</summary>
/// <remarks>
/// Rates are medians over the rounds. A ratio is the median of the ratios within each round, which holds even where the machine's
/// speed drifts; so it may differ a little from the quotient of two medians.
/// </remarks>
internal static class Contest
{
    private const int LeastRounds = 5, MostRounds = 31;

    public static Result Hold(Row row)
    {
        Contender?[] invited = row.Ours is null ? [] : [row.Ours, row.Limit, .. row.Peers];
        Contender[] present = [.. invited.OfType<Contender>()];
        double[][] rates = present.Length == 0 ? [] : TakeTurns(present, row.Seconds);
        Dictionary<string, (double, double)> peers = [];
        double? share = null;
        for (int i = 1; i < present.Length; i++)
        {
            double ratio = Median([.. rates[0].Zip(rates[i], (ours, other) => ours / other)]);
            if (ReferenceEquals(present[i], row.Limit)) { share = ratio; }
            else { peers[present[i].Name] = (Median(rates[i]), ratio); }
        }
        Dictionary<string, string> facts = row.Facts.ToDictionary(fact => fact.Name, fact => fact.Measure());
        foreach (Contender contender in present) { contender.Owned?.Dispose(); }
        return new(row.Name, present.Length == 0 ? double.NaN : Median(rates[0]), share, peers, facts);
    }

    /// <summary>The rates of each contender, one a round.</summary>
    private static double[][] TakeTurns(Contender[] contenders, double seconds)
    {
        Stint[] stints = [.. contenders.Select(contender => new Stint(contender))];
        int rounds = (int)Math.Clamp(seconds / stints.Sum(stint => stint.Seconds), LeastRounds, MostRounds);
        double[][] rates = [.. contenders.Select(_ => new double[rounds])];
        for (int round = 0; round < rounds; round++)
        {
            for (int i = 0; i < stints.Length; i++) { rates[i][round] = stints[i].Measure(); }
        }
        return rates;
    }

    private static double Median(double[] values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
