using System.Globalization;
using Rectify.Health;

namespace Rectify.Cli.Settings;

/// <summary>--fail-on silent=0.2,severity=error: limits that fail a build.</summary>
internal sealed record HealthGate(double? Silent, Severity? Severity)
{
    public static HealthGate None { get; } = new(null, null);

    /// <exception cref="UsageException">A part is not a limit.</exception>
    public static HealthGate Parse(string text)
    {
        HealthGate gate = None;
        foreach (string part in text.Split(','))
        {
            (string name, string value) = new SettingText("--fail-on", part).Pair("silent=0.2,severity=error");
            SettingText limit = new($"--fail-on {name}", value);
            gate = name switch
            {
                "silent" => gate with { Silent = limit.Number() is var share and <= 1 ? share : throw limit.Wrong("a share from 0 to 1") },
                "severity" => gate with
                {
                    Severity = limit.OneOf(
                        ("hint", Health.Severity.Hint), ("warning", Health.Severity.Warning), ("error", Health.Severity.Error)),
                },
                _ => throw new UsageException(
                    $"--fail-on knows no '{name}'.{Spelling.Suggest(name, ["silent", "severity"])} "
                    + "It takes silent=SHARE and severity=hint, warning or error."),
            };
        }
        return gate;
    }

    /// <summary>Why the gate fails, or null where it holds.</summary>
    public string? Failure(HealthReport report)
    {
        LayerCensus? worst = report.Layers.MaxBy(l => (double)l.Count(Verdict.Silent) / l.Units);
        if (Silent is { } limit && worst is not null && worst.Count(Verdict.Silent) > limit * worst.Units)
        {
            string allowed = limit.ToString("G3", CultureInfo.InvariantCulture);
            string silent = $"{worst.Layer} has {worst.Count(Verdict.Silent)} of {worst.Units} units silent";
            return $"{silent}, more than the share of {allowed} that --fail-on allows.";
        }
        return Severity is { } least && report.Findings.FirstOrDefault(f => f.Severity >= least) is { } finding
            ? $"{finding.Rule} is of severity {finding.Severity.ToString().ToLowerInvariant()}, which --fail-on does not allow."
            : null;
    }
}
