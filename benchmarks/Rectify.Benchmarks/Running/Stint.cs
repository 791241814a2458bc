using System.Diagnostics;

namespace Rectify.Benchmarks;

/// <summary>What one contender does in each round: as many runs as take a few milliseconds.</summary>
internal sealed class Stint
{
    private const double Least = 0.004;

    private readonly Contender _contender;
    private readonly int _runs;
    private readonly bool _isRestless;

    public Stint(Contender contender)
    {
        _contender = contender;

        // The first run does not count: methods are compiled in it, and memory is touched.
        contender.Run();
        _runs = 1;
        while ((Seconds = SecondsOf(_runs)) < Least) { _runs *= 2; }
        _isRestless = Silence.Await();
    }

    /// <summary>About how long it takes, without the silence after it.</summary>
    public double Seconds { get; }

    /// <summary>Work per second in this round.</summary>
    public double Measure()
    {
        // A quarter is not counted: meanwhile its data comes into the caches, and its threads wake up.
        SecondsOf(_runs / 4);
        double seconds = SecondsOf(_runs);
        if (_isRestless) { Silence.Await(); }
        return _contender.Work * _runs / seconds;
    }

    private double SecondsOf(int runs)
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < runs; i++) { _contender.Run(); }
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
