namespace Rectify.HealthCases;

/// <summary>Runs the cases, says what was found, and writes the page when all were run.</summary>
internal static class CaseCommand
{
    // Thresholds were chosen, and rules mended, by looking at runs of the first seeds; nobody had looked at those of the page.
    private static readonly ulong[] CalibrationSeeds = [101, 102, 103, 104, 105, 1, 2, 3, 4, 5, 11, 12, 13, 14, 15];
    private static readonly ulong[] Seeds = [21, 22, 23, 24, 25];

    public static int Run(IReadOnlyList<string> names, bool calibrates, CancellationToken stop)
    {
        HealthCase[] cases = [.. CaseCatalog.All.Where(c => names.Count == 0 || names.Any(c.Name.Contains))];
        List<(HealthCase Case, IReadOnlyList<CaseOutcome> Outcomes)> rows = [];
        foreach (HealthCase one in cases)
        {
            List<CaseOutcome> outcomes = [];
            foreach (ulong seed in calibrates ? CalibrationSeeds : Seeds)
            {
                if (stop.IsCancellationRequested) { return 130; }
                if (one.Run(seed) is not { } outcome) { break; }
                outcomes.Add(outcome);
                string mark = outcome.IsRight(one) ? "ok   " : "WRONG";
                Console.WriteLine($"{mark} {one.Name}, seed {seed}: {Said(outcome)}");
            }
            if (outcomes.Count == 0) { Console.WriteLine($"skipped {one.Name}: its data are not beside the repository"); }
            rows.Add((one, outcomes));
        }
        int wrong = rows.Sum(row => row.Outcomes.Count(outcome => !outcome.IsRight(row.Case)));
        Console.WriteLine($"{rows.Sum(row => row.Outcomes.Count)} runs, {wrong} wrong");
        if (names.Count == 0 && !calibrates) { CasePage.Write(rows); }
        return wrong == 0 ? 0 : 1;
    }

    private static string Said(CaseOutcome outcome)
    {
        IEnumerable<string> told = outcome.Told.Select(f => $"{f.Rule} {f.Layer} {f.UnitCount}/{f.UnitsTotal} @{f.Epoch}/{f.Step}");
        IEnumerable<string> end = outcome.Report.Findings.Select(f => $"{f.Severity} {f.Rule} {f.UnitCount}/{f.UnitsTotal}").Distinct();
        IEnumerable<string> zeros = outcome.Report.Layers.Select(layer => $"{layer.Zeros:P0}");
        return $"told [{string.Join(", ", told)}], at the end [{string.Join(", ", end)}], zeros {string.Join(" ", zeros)}, "
            + $"{outcome.Result.Epochs} epochs, {outcome.Result.Reason}";
    }
}
