namespace Rectify.Faults;

/// <summary>Tries faults, each only if nothing is known of it.</summary>
/// <param name="examiner">Asks the tests.</param>
/// <param name="log">What is known; told what is found.</param>
/// <param name="harmless">Faults that need no trial.</param>
internal sealed class Trial(Examiner examiner, ResultLog log, IReadOnlySet<Fault> harmless)
{
    /// <summary>The first that compiles; null where none does.</summary>
    public Result? FirstOf(Fault[] faults, CancellationToken cancellation)
        => faults.Select(fault => Of(fault, cancellation)).FirstOrDefault(result => result.Outcome != Outcome.Refused);

    private Result Of(Fault fault, CancellationToken cancellation)
    {
        if (harmless.Contains(fault)) { return new(fault, Outcome.Harmless); }
        if (log.Find(fault) is { } known) { return known; }
        Result found = examiner.Try(fault, cancellation);

        // A quick look that misses a fault says nothing of the other tests.
        if (found.Outcome != Outcome.Missed || examiner.AsksAll) { log.Add(found); }
        return found;
    }
}
