using System.Diagnostics;

namespace Rectify.Benchmarks;

/// <summary>Measures contenders in turns within one process, so that a machine that slows down slows all of them.</summary>
internal static class Contest
{
    private const int Rounds = 31;
    private const double Turn = 0.004;

    /// <summary>The median rate of each contender: work per second.</summary>
    public static double[] Rates(params Contender[] contenders)
    {
        int[] repetitions = [.. contenders.Select(Repetitions)];
        double[][] rates = [.. contenders.Select(_ => new double[Rounds])];
        for (int round = 0; round < Rounds; round++)
        {
            for (int i = 0; i < contenders.Length; i++)
            {
                rates[i][round] = contenders[i].Work * repetitions[i] / Seconds(contenders[i].Run, repetitions[i]);
            }
        }
        return [.. rates.Select(Median)];
    }

    // Doubling also warms up: the methods are compiled and the caches filled when the first turn begins.
    private static int Repetitions(Contender contender)
    {
        int repetitions = 1;
        while (Seconds(contender.Run, repetitions) < Turn) { repetitions *= 2; }
        return repetitions;
    }

    private static double Seconds(Action run, int repetitions)
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < repetitions; i++) { run(); }
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static double Median(double[] values)
    {
        Array.Sort(values);
        return values[values.Length / 2];
    }
}
