namespace Rectify.Health;

/// <summary>The verdict: what was counted of every layer, and what is wrong, root causes first.</summary>
/// <param name="Layers">One an activation layer, in the order of computation.</param>
/// <param name="Findings">In the order of <see cref="RuleCatalog"/>, hints last.</param>
public sealed record HealthReport(IReadOnlyList<LayerCensus> Layers, IReadOnlyList<Finding> Findings)
{
    /// <summary>"ok", "warning" or "error": the worst severity; hints leave it ok.</summary>
    public string Verdict => Findings.Any(f => f.Severity == Severity.Error) ? "error"
        : Findings.Any(f => f.Severity == Severity.Warning) ? "warning" : "ok";

    /// <summary>Asks every rule.</summary>
    public static HealthReport Of(HealthEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        IEnumerable<Finding> findings = RuleCatalog.All.SelectMany(rule => rule.Examine(evidence));
        return new(evidence.Layers, [.. findings.OrderBy(finding => finding.Severity == Severity.Hint)]);
    }
}
