using System.Diagnostics;

namespace Rectify.Trials;

/// <summary>Says every few seconds how far a trial is.</summary>
internal sealed class Progress(string trial)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private TimeSpan _next;

    /// <summary>Whether it is time to say something: asked first, because a sentence costs more than a step.</summary>
    public bool IsDue => _clock.Elapsed >= _next;

    public void Say(string what)
    {
        _next = _clock.Elapsed + Pause;
        Console.Error.WriteLine($"  {trial}, {_clock.Elapsed.TotalSeconds:F0} s: {what}");
    }
}
