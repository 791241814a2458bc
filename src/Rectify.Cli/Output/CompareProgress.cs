using System.Diagnostics;
using System.Globalization;
using Rectify.Comparisons;

namespace Rectify.Cli.Output;

/// <summary>How a comparison is going: one redrawn line on a terminal, elsewhere a line now and then.</summary>
internal sealed class CompareProgress(Terminal terminal, IReadOnlyList<string> variants, int total, int before)
{
    private const int BarWidth = 12;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private TimeSpan _last = TimeSpan.MinValue;
    private int _done;

    public void On(TrialOutcome outcome)
    {
        _done++;
        if (terminal.IsInteractive) { terminal.Redraw(Describe(outcome)); }
        else if (_done == total || _clock.Elapsed - Pause >= _last)
        {
            _last = _clock.Elapsed;
            terminal.Note(Describe(outcome));
        }
        if (_done == total) { terminal.ClearProgress(); }
    }

    private string Describe(TrialOutcome outcome)
    {
        int filled = BarWidth * _done / total;
        string bar = new string('━', filled) + new string('─', BarWidth - filled);
        int now = Math.Max(_done - before, 1);
        string left = _done < total ? $" · about {Durations.Text(_clock.Elapsed.TotalSeconds / now * (total - _done))} left" : "";
        string run = string.Create(CultureInfo.InvariantCulture, $"{variants[outcome.Trial.Variant]} · seed {outcome.Trial.Seed}");
        return $"{_done}/{total} {bar} {run}{left}";
    }
}
