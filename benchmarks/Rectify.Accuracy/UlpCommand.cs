using System.Diagnostics;

namespace Rectify.Accuracy;

/// <summary>Sweeps functions over all floats, and keeps what was found on the page, row by row.</summary>
internal static class UlpCommand
{
    private const int WrongUsage = 2, Cancelled = 130;

    /// <param name="names">Which functions; none for all.</param>
    /// <param name="cancellation">Ends it early: rows that are finished stay.</param>
    /// <returns>The exit code: 0 where every error is within the promise, 1 where one is not.</returns>
    public static int Run(string[] names, CancellationToken cancellation)
    {
        IReadOnlyList<Subject> all = Subjects.All;
        if (names.FirstOrDefault(name => all.All(subject => subject.Name != name)) is { } unknown)
        {
            string known = string.Join(", ", all.Select(subject => subject.Name));
            Console.Error.WriteLine($"There is no function called '{unknown}'. Known: {known}.");
            return WrongUsage;
        }

        Subject[] chosen = [.. all.Where(subject => names.Length == 0 || names.Contains(subject.Name))];
        AccuracyPage page = AccuracyPage.Read();
        bool isKept = true;
        foreach ((int index, Subject subject) in chosen.Index())
        {
            try
            {
                Finding finding = Sweep(subject, $"{index + 1}/{chosen.Length} {subject.Name}", cancellation);
                isKept &= finding.IsWithinPromise;
                page.Write(subject, finding);
                Console.WriteLine($"{subject.Name,-14} {finding}");
            }
            catch (OperationCanceledException)
            {
                Console.Error.WriteLine($"Cancelled in {subject.Name}; {AccuracyPage.Path} has the rows before it.");
                return Cancelled;
            }
        }
        Console.WriteLine($"wrote {AccuracyPage.Path}");
        return isKept ? 0 : 1;
    }

    private static Finding Sweep(Subject subject, string label, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        TimeSpan shown = TimeSpan.Zero;
        SweepResult? derivative = null;
        SweepResult forward = Accuracy.Sweep.Everything(subject.Forward, share => Show("forward", share), cancellation);
        if (subject.Derivative is { } measure)
        {
            derivative = Accuracy.Sweep.Everything(measure, share => Show("derivative", share), cancellation);
        }
        return new(forward, derivative);

        void Show(string what, double share)
        {
            if (clock.Elapsed - shown < TimeSpan.FromSeconds(5)) { return; }
            shown = clock.Elapsed;
            Console.Error.WriteLine($"  {label}, {what}: {share:P0} of 4,294,967,296 floats, {shown.TotalSeconds:F0} s");
        }
    }
}
