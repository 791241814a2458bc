using System.Globalization;
using Rectify.Health;
using Rectify.Training;

namespace Rectify.Cli.Reports;

/// <summary>The health verdict in a few lines: the verdict with its counts, then each finding with its advice.</summary>
internal static class HealthLines
{
    private static readonly (Verdict Verdict, string Word)[] Words =
    [
        (Verdict.Silent, "silent"), (Verdict.RarelyActive, "rarely active"),
        (Verdict.Saturated, "saturated"), (Verdict.AlwaysOn, "always on"),
    ];

    /// <param name="report">The verdict.</param>
    /// <param name="hints">Whether hints are told, too; they leave the verdict ok.</param>
    public static IEnumerable<(string Label, string Text)> Of(HealthReport report, bool hints)
    {
        yield return ("health", $"{report.Verdict}: {Counts(report)}");
        foreach (Finding finding in report.Findings.Where(f => hints || f.Severity > Severity.Hint))
        {
            yield return ("", Of(finding));
        }
    }

    /// <summary>"relu1, unit 3: silent, active on 0 of 700 rows; at most −0.42 goes into it".</summary>
    public static string Of(UnitLine unit) => string.Create(CultureInfo.InvariantCulture,
        $"{unit.Layer}, unit {unit.Unit}: {Word(unit.Verdict)}, active on {unit.ActiveRows:N0} of {unit.Rows:N0} rows; ")
        + string.Create(CultureInfo.InvariantCulture, $"at most {unit.LargestPreActivation:G3} goes into it");

    private static string Word(Verdict verdict) => Words.Single(word => word.Verdict == verdict).Word;

    /// <summary>The one command to try first; null where nothing is wrong that options can mend.</summary>
    public static string? CommandFor(HealthReport report, RunFolder run)
        => report.Findings.FirstOrDefault(f => f.Severity > Severity.Hint && f.Options is not null)?.Options is { } options
            ? $"rectify train --config {run.PlanPath} {options}"
            : null;

    /// <summary>"error diverged dense2: what was seen, and what to do."</summary>
    public static string Of(Finding finding)
    {
        string where = finding.Layer is null ? "" : $" {finding.Layer}";
        return $"{finding.Severity.ToString().ToLowerInvariant()} {finding.Rule}{where}: {finding.Message} {finding.Advice}";
    }

    private static string Counts(HealthReport report)
    {
        int units = report.Layers.Sum(l => l.Units);
        if (units == 0) { return "the network has no hidden units to judge"; }

        string[] counts = [.. Words
            .Select(w => (w.Word, Count: report.Layers.Sum(l => l.Count(w.Verdict))))
            .Where(w => w.Count > 0)
            .Select(w => $"{w.Count} {w.Word}")];
        string rows = report.Layers[0].Rows.ToString("N0", CultureInfo.InvariantCulture);
        return counts.Length == 0
            ? $"all {units} units alive on {rows} rows"
            : $"of {units} units {string.Join(", ", counts)}, the others alive, on {rows} rows";
    }
}
