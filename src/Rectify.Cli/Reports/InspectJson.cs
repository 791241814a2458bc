using System.Text.Json.Nodes;
using Rectify.Data;
using Rectify.Health;

namespace Rectify.Cli.Reports;

/// <summary>What inspect found, as JSON.</summary>
internal static class InspectJson
{
    /// <param name="table">The rows.</param>
    /// <param name="columns">What is in each column.</param>
    /// <param name="forecast">How the network would start; null where no target is named.</param>
    /// <param name="health">What is found before training; null where no target is named.</param>
    public static JsonObject Of(Table table, IReadOnlyList<ColumnSummary> columns, StartForecast? forecast, HealthReport? health) => new()
    {
        ["rows"] = table.RowCount,
        ["columns"] = new JsonArray([.. columns.Select(c => (JsonNode)Of(c))]),
        ["forecast"] = forecast is null ? null : Of(forecast),
        ["findings"] = new JsonArray([.. (health?.Findings ?? []).Select(f => (JsonNode)HealthJson.Of(f))]),
    };

    private static JsonObject Of(StartForecast forecast) => new()
    {
        ["silent"] = forecast.Layers.Sum(l => l.Census.Count(Verdict.Silent)),
        ["units"] = forecast.Layers.Sum(l => l.Census.Units),
        ["layers"] = new JsonArray([.. forecast.Layers.Select(l => (JsonNode)Of(l))]),
    };

    private static JsonObject Of(ColumnSummary column)
    {
        JsonObject json = new()
        {
            ["name"] = column.Name,
            ["type"] = column.Type.ToString().ToLowerInvariant(),
            ["missing"] = column.Missing,
            ["distinct"] = column.Distinct,
            ["use"] = column.Use,
        };
        if (column.Type == ColumnType.Number && !double.IsNaN(column.Mean))
        {
            json["minimum"] = column.Minimum;
            json["mean"] = column.Mean;
            json["maximum"] = column.Maximum;
            json["deviation"] = column.Deviation;
            json["outliers"] = column.Outliers;
        }
        return json;
    }

    private static JsonObject Of(StartForecast.Layer layer)
    {
        JsonObject json = new()
        {
            ["name"] = layer.Census.Layer,
            ["activation"] = layer.Census.Activation,
            ["units"] = layer.Census.Units,
            ["rows"] = layer.Census.Rows,
            ["silent"] = layer.Census.Count(Verdict.Silent),
            ["zeros"] = layer.Census.Zeros,
        };
        json.Put("pre_activation_variance", layer.PreActivationVariance);
        return json;
    }
}
