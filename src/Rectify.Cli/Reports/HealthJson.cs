using System.Buffers.Text;
using System.Text.Json;
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

    public static JsonObject Of(UnitLine unit)
    {
        JsonObject json = new()
        {
            ["layer"] = unit.Layer, ["unit"] = unit.Unit, ["verdict"] = JsonNamingPolicy.SnakeCaseLower.ConvertName($"{unit.Verdict}"),
            ["active_rows"] = unit.ActiveRows, ["rows"] = unit.Rows,
        };
        json.Put("largest_pre_activation", unit.LargestPreActivation);
        return json;
    }

    /// <summary>A look at the network in training, as a line of the run's events.</summary>
    public static JsonObject Of(HealthLook look) => new()
    {
        ["event"] = "health", ["epoch"] = look.Epoch, ["step"] = look.Step,
        ["units"] = new JsonArray([.. look.Units.Select(unit =>
        {
            JsonObject json = new()
            {
                ["name"] = unit.Layer, ["units"] = unit.Units, ["silent"] = unit.Silent, ["saturated"] = unit.Saturated,
                ["dead_rows"] = unit.DeadRows, ["zeros"] = unit.Zeros,
            };
            json.Put("mean", unit.Mean);
            json.Put("variance", unit.Variance);
            return (JsonNode)json;
        })]),
        ["weights"] = new JsonArray([.. look.Weights.Select(weight =>
        {
            JsonObject json = new() { ["name"] = weight.Layer };
            json.Put("gradient", weight.GradientSize);
            json.Put("update_ratio", weight.UpdateRatio);
            json.Put("size", weight.Size);
            return (JsonNode)json;
        })]),
    };

    /// <summary>What units did in an epoch, as a line of the run's events.</summary>
    public static JsonObject Of(Portrait portrait) => new()
    {
        ["event"] = "portrait", ["epoch"] = portrait.Epoch, ["step"] = portrait.Step,
        ["layers"] = new JsonArray([.. portrait.Layers.Select(layer => (JsonNode)new JsonObject
        {
            ["name"] = layer.Layer, ["rows"] = layer.Rows, ["rates"] = Base64Url.EncodeToString([.. layer.Rates]), ["fan"] = Of(layer.Fan),
        })]),
    };

    /// <summary>How large signals start, beside theory, as a line of the run's events.</summary>
    /// <param name="start">The look before the first step.</param>
    /// <param name="signals">What was expected.</param>
    public static JsonObject Of(HealthLook start, IReadOnlyList<SignalForecast> signals) => new()
    {
        ["event"] = "start",
        ["layers"] = new JsonArray([.. start.Units.Join(signals, unit => unit.Layer, signal => signal.Layer, (unit, signal) =>
        {
            JsonObject json = new() { ["name"] = unit.Layer };
            json.Put("variance", unit.Variance);
            json.Put("mean_square", unit.Mean * unit.Mean + unit.Variance);
            json.Put("expected_mean_square", signal.MeanSquare);
            json.Put("theory_mean_square", signal.TheoryMeanSquare);
            return (JsonNode)json;
        })]),
    };

    /// <summary>Where most of the numbers lie that go into a layer.</summary>
    public static JsonObject Of(PreActivationFan fan) => new()
    {
        ["quantiles"] = JsonNumbers.Array(fan.Quantiles), ["zeros"] = fan.Zeros,
    };

    /// <summary>A finding as a line of the run's events.</summary>
    public static JsonObject EventOf(Finding finding)
    {
        JsonObject json = Of(finding);
        json.Insert(0, "event", "finding");
        return json;
    }

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
        ["options"] = finding.Options,
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
