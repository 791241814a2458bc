using System.Diagnostics;
using System.Globalization;
using Rectify.Health;
using Rectify.Training;

namespace Rectify.Cli.Output;

/// <summary>How a run is going: one redrawn line on a terminal, elsewhere a line an epoch; ten times a second at most.</summary>
internal sealed class ProgressLine(Terminal terminal, HealthMonitor health) : ITrainingObserver
{
    private const int BarWidth = 12;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private TimeSpan _last = TimeSpan.MinValue;
    private int _epochs, _stepsPerEpoch = 1;
    private TrainingEvent.EpochEnded? _epoch;
    private double _resumedFrom;

    public void On(TrainingEvent e)
    {
        switch (e)
        {
            case TrainingEvent.Started started:
                (_epochs, _stepsPerEpoch) = (started.Epochs, started.StepsPerEpoch);
                break;
            case TrainingEvent.Resumed resumed:
                _resumedFrom = (double)resumed.Checkpoint.Steps / _stepsPerEpoch;
                break;
            case TrainingEvent.Stepped stepped when terminal.IsInteractive && IsDue():
                terminal.Redraw(Describe((double)stepped.Step / _stepsPerEpoch));
                break;
            case TrainingEvent.EpochEnded epoch:
                _epoch = epoch;
                if (terminal.IsInteractive) { break; }
                if (IsDue() || epoch.Epoch == _epochs) { terminal.Note(Describe(epoch.Epoch)); }
                break;
            case TrainingEvent.Ended:
                terminal.ClearProgress();
                break;
        }
    }

    private bool IsDue()
    {
        if (_clock.Elapsed - Pause < _last) { return false; }
        _last = _clock.Elapsed;
        return true;
    }

    private string Describe(double epochsDone)
    {
        int filled = _epochs == 0 ? 0 : (int)Math.Min(BarWidth, BarWidth * epochsDone / _epochs);
        string bar = new string('━', filled) + new string('─', BarWidth - filled);
        string loss = _epoch is null
            ? ""
            : Invariant($" validation loss {_epoch.ValidationLoss:F3} (best {_epoch.BestLoss:F3} @{_epoch.BestEpoch})");
        string silent = health.Silent.Units == 0 ? "" : $" · silent {health.Silent.Silent}/{health.Silent.Units}";
        double doneNow = epochsDone - _resumedFrom;
        double left = doneNow >= 1 ? _clock.Elapsed.TotalSeconds / doneNow * (_epochs - epochsDone) : double.NaN;
        string time = double.IsFinite(left) ? $" · {Durations.Text(left)} left at most" : "";
        return $"{(int)epochsDone}/{_epochs} {bar}{loss}{silent}{time}";
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
