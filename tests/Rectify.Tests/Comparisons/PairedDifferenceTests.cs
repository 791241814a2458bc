using Rectify.Comparisons;

namespace Rectify.Tests.Comparisons;

public sealed class PairedDifferenceTests
{
    [Fact]
    public void One_difference_is_judged_by_its_own_interval()
    {
        PairedDifference difference = PairedDifference.Holm([[1, 2, 3, 4, 5]])[0];
        Assert.Equal(Interval.OfMean([1, 2, 3, 4, 5]), difference.Interval);
        Assert.True(difference.IsClear);

        // t = 3/√0.5 = 4.243 with 4 degrees of freedom.
        Assert.Equal(0.0132, difference.P, tolerance: 0.0001);
    }

    [Fact]
    public void Several_have_to_withstand_more()
    {
        // p = 0.0132 is below 0.05, and below 0.05/3, but the same of four is not.
        double[] clear = [1, 2, 3, 4, 5], chance = [1, -1, 1, -1, 0.5];
        Assert.True(PairedDifference.Holm([clear, chance, chance])[0].IsClear);
        Assert.False(PairedDifference.Holm([clear, chance, chance, chance])[0].IsClear);

        // Two that are as clear: once the first stands, the second is judged among one fewer.
        double[] clearer = [2.9, 3, 3.1, 3, 3];
        Assert.Equal([true, false, false, true], PairedDifference.Holm([clear, chance, chance, clearer]).Select(d => d.IsClear));
    }

    [Fact]
    public void An_interval_names_a_difference_exactly_where_it_excludes_zero_and_all_before_do()
    {
        Random random = new(5);
        for (int i = 0; i < 200; i++)
        {
            double[][] rows = [.. Enumerable.Range(0, 4).Select(row => Enumerable.Range(0, 6)
                .Select(_ => row * 0.4 + random.NextDouble() - 0.5).ToArray())];
            PairedDifference[] sorted = [.. PairedDifference.Holm(rows).OrderBy(d => d.P)];
            int clear = sorted.TakeWhile(d => d.Interval.ExcludesZero).Count();
            Assert.Equal(clear, sorted.Count(d => d.IsClear));
            Assert.All(sorted[..clear], d => Assert.True(d.IsClear));
        }
    }

    [Fact]
    public void The_seeds_it_takes_are_the_fewest_whose_interval_would_exclude_zero()
    {
        double[] differences = [0.02, -0.01, 0.03, 0, 0.01];
        int seeds = PairedDifference.Holm([differences])[0].SeedsToTell!.Value;
        double deviation = Math.Sqrt(differences.Sum(d => (d - 0.01) * (d - 0.01)) / 4);
        Assert.True(StudentT.Limit(0.95, seeds - 1) * deviation / Math.Sqrt(seeds) < 0.01);
        Assert.True(StudentT.Limit(0.95, seeds - 2) * deviation / Math.Sqrt(seeds - 1) >= 0.01);
        Assert.Null(PairedDifference.Holm([[1, -1, 1, -1, 0.01]])[0].SeedsToTell);
        Assert.Null(PairedDifference.Holm([[0, 0, 0]])[0].SeedsToTell);
    }

    [Fact]
    public void What_is_not_finite_is_not_clear_and_hides_nothing_else()
    {
        double[] clear = [1, 2, 3, 4, 5, 6];
        foreach (double lost in new[] { double.NaN, double.PositiveInfinity })
        {
            IReadOnlyList<PairedDifference> both = PairedDifference.Holm([[lost, 0, 0, 0, 0, 0], clear]);
            Assert.Equal((1, false), (both[0].P, both[0].IsClear));
            Assert.Null(both[0].SeedsToTell);
            Assert.True(both[1].IsClear);
        }
    }

    [Fact]
    public void Equal_differences_of_counts_are_no_proof_that_chance_is_absent()
    {
        double step = 1 / 23.0;
        double least = new Measure("accuracy", LargerIsBetter: true).LeastDeviation(23);
        Assert.False(PairedDifference.Holm([[step, step]], least)[0].IsClear);
        Assert.True(PairedDifference.Holm([[step, step, step, step, step, step]], least)[0].IsClear);
        Assert.Equal(1, PairedDifference.Holm([[0, 0, 0]], least)[0].P);
    }
}
