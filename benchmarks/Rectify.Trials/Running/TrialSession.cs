namespace Rectify.Trials;

/// <summary>Runs trials one after the other, says what became of each promise, and writes it into docs/reliability.md.</summary>
internal static class TrialSession
{
    private const int Kept = 0, Broken = 1, Cancelled = 130;

    /// <returns>The exit code: 0 where every promise was kept, 1 where one was not, 130 where a person ended it.</returns>
    public static int Run(IReadOnlyList<ITrial> trials, CancellationToken cancellation)
    {
        int broken = 0;
        foreach (ITrial trial in trials)
        {
            Console.WriteLine($"{trial.Name}: {trial.Summary}");
            List<Outcome> outcomes = [];
            try
            {
                foreach (Outcome outcome in trial.Run(new Progress(trial.Name), cancellation))
                {
                    outcomes.Add(outcome);
                    broken += outcome.IsKept ? 0 : 1;
                    Console.WriteLine($"  {(outcome.IsKept ? "kept  " : "BROKEN")} {outcome.Promise} | {outcome.Found}");
                }
            }
            catch (OperationCanceledException)
            {
                Console.Error.WriteLine($"Cancelled in {trial.Name}.");
                return Cancelled;
            }
            ReliabilityPage.Write(trial, outcomes);
        }
        Console.WriteLine(broken == 0 ? "every promise was kept" : $"promises broken: {broken}");
        return broken == 0 ? Kept : Broken;
    }
}
