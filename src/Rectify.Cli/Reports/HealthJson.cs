using System.Text.Json.Nodes;
using Rectify.Health;

namespace Rectify.Cli.Reports;

/// <summary>The health verdict as JSON.</summary>
internal static class HealthJson
{
    public static JsonObject Of(HealthReport report) => new()
    {
        ["verdict"] = report.Verdict,
        ["layers"] = new JsonArray([.. report.Layers.Select(layer => (JsonNode)Of(layer))]),
        ["findings"] = new JsonArray([.. report.Findings.Select(finding => (JsonNode)Of(finding))]),
    };

    public static JsonObject Of(Finding finding) => new()
    {
        ["rule"] = finding.Rule,
        ["severity"] = finding.Severity.ToString().ToLowerInvariant(),
        ["layer"] = finding.Layer,
        ["epoch"] = finding.Epoch,
        ["step"] = finding.Step,
        ["unit_count"] = finding.UnitCount,
        ["units_total"] = finding.UnitsTotal,
        ["message"] = finding.Message,
        ["advice"] = finding.Advice,
    };

    private static JsonObject Of(LayerCensus layer) => new()
    {
        ["name"] = layer.Layer,
        ["activation"] = layer.Activation,
        ["units"] = layer.Units,
        ["rows"] = layer.Rows,
        ["alive"] = layer.Count(Verdict.Alive),
        ["rarely_active"] = layer.Count(Verdict.RarelyActive),
        ["silent"] = layer.Count(Verdict.Silent),
        ["saturated"] = layer.Count(Verdict.Saturated),
        ["always_on"] = layer.Count(Verdict.AlwaysOn),
        ["dead_rows"] = layer.DeadRows,
        ["zeros"] = layer.Zeros,
    };
}
