namespace Rectify.Faults;

/// <summary>Tries faults, each only if nothing is known of it.</summary>
/// <param name="core">Where they are planted.</param>
/// <param name="examiner">Asks the tests.</param>
/// <param name="log">What is known; told what is found.</param>
/// <param name="harmless">Faults that need no trial.</param>
internal sealed class Trial(Core core, Examiner examiner, ResultLog log, IReadOnlySet<Fault> harmless)
{
    /// <summary>Of each group of one file's faults the first that compiles; null for a group of which none does.</summary>
    public IEnumerable<Result?> InFile(Fault[][] groups, CancellationToken cancellation)
    {
        Dictionary<Fault, Result> found = [];
        foreach (Fault[] group in groups)
        {
            foreach (Fault fault in group) { if (Known(fault) is { } known) { found[fault] = known; } }
        }
        TrySwitched([.. groups.Select(group => FirstOpen(group, found)).OfType<Fault>()], found, cancellation);
        foreach (Fault[] group in groups)
        {
            while (FirstOpen(group, found) is { } fault) { found[fault] = Try(fault, cancellation); }
            yield return group.Select(fault => found.GetValueOrDefault(fault)).FirstOrDefault(result => result?.Outcome != Outcome.Refused);
        }
    }

    // What has to be tried next of a group; null where it has its result.
    private static Fault? FirstOpen(Fault[] group, Dictionary<Fault, Result> found)
    {
        Fault? first = group.FirstOrDefault(fault => found.GetValueOrDefault(fault)?.Outcome != Outcome.Refused);
        return first is null || found.ContainsKey(first) ? null : first;
    }

    private Result? Known(Fault fault) => harmless.Contains(fault) ? new(fault, Outcome.Harmless) : log.Find(fault);

    private void TrySwitched(IReadOnlyList<Fault> open, Dictionary<Fault, Result> found, CancellationToken cancellation)
    {
        while (open.Count > 1 && core.Plant(open) is { } planting)
        {
            open = planting.Deferred;
            if (!examiner.Passes(planting.Assembly, planting.Faults[0].Path, cancellation)) { continue; }
            foreach ((int index, Fault fault) in planting.Faults.Index())
            {
                found[fault] = Note(fault, examiner.Ask(planting.Assembly, index + 1, fault.Path, cancellation));
            }
        }
    }

    private Result Try(Fault fault, CancellationToken cancellation)
    {
        if (core.Compile(fault) is { } wrong) { return Note(fault, examiner.Ask(wrong, 0, fault.Path, cancellation)); }
        Result refused = new(fault, Outcome.Refused);
        log.Add(refused);
        return refused;
    }

    private Result Note(Fault fault, string? by)
    {
        Result result = by is null ? new(fault, Outcome.Missed) : new(fault, Outcome.Noticed, by);

        // A quick look that misses a fault says nothing of the other tests.
        if (by is not null || examiner.AsksAll) { log.Add(result); }
        return result;
    }
}
