using System.Diagnostics;

namespace Rectify.Faults;

/// <summary>Says how far a run is: what is missed at once, the rest every few seconds.</summary>
/// <param name="total">How many faults are to be planted.</param>
internal sealed class Progress(int total)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly Lock _counting = new();
    private TimeSpan _shown;
    private int _done, _missed;

    /// <param name="result">What was found; null where no fault of a group compiles.</param>
    public void Show(Result? result)
    {
        lock (_counting)
        {
            _done++;
            if (result?.Outcome == Outcome.Missed)
            {
                _missed++;
                Console.WriteLine($"missed   {result.Fault}");
            }
            if (_clock.Elapsed - _shown < Pause && _done < total) { return; }
            _shown = _clock.Elapsed;
            string place = result is null ? "" : $", at {result.Fault.Path}";
            Console.Error.WriteLine($"  {_done} of {total} faults, {_missed} missed, {_shown.TotalMinutes:F1} min{place}");
        }
    }
}
