using System.Text.Json.Nodes;
using Rectify.Data;
using Rectify.Health;
using Rectify.Kernels;

namespace Rectify.Cli.Reports;

/// <summary>What inspect found, as JSON.</summary>
internal static class InspectJson
{
    /// <param name="rows">How many there are.</param>
    /// <param name="columns">What is in each column.</param>
    /// <param name="forecast">How the network would start; null where no target is named.</param>
    /// <param name="health">What is found before training; null where no target is named.</param>
    public static JsonObject Of(int rows, JsonArray columns, StartForecast? forecast, HealthReport? health) => new()
    {
        ["rows"] = rows,
        ["columns"] = columns,
        ["forecast"] = forecast is null ? null : Of(forecast),
        ["findings"] = new JsonArray([.. (health?.Findings ?? []).Select(f => (JsonNode)HealthJson.Of(f))]),
    };

    /// <summary>What was found in data that are ready to be learned from.</summary>
    public static JsonObject Of(LearningData data, StartForecast forecast, HealthReport health)
    {
        if (data is TableData table)
        {
            return Of(table.Plan.Table.RowCount, Columns(ColumnSummary.Of(table.Plan.Columns)), forecast, health);
        }
        ImageParts parts = ((ImageData)data).Parts;
        JsonObject json = Of(parts.Training.Count + (parts.Test?.Count ?? 0), Columns(parts.Training), forecast, health);
        Shape shape = parts.Training.Shape;
        json["images"] = new JsonObject { ["height"] = shape.First, ["width"] = shape.Second, ["channels"] = shape.Units };
        return json;
    }

    public static JsonArray Columns(IReadOnlyList<ColumnSummary> columns) => [.. columns.Select(c => (JsonNode)Of(c))];

    // An image and its class, as a table would have them.
    private static JsonArray Columns(ImageSet images) => images.Labels.Count == 0
        ? [Column("image", "image", distinct: null, "input")]
        : [Column("image", "image", distinct: null, "input"), Column(ImagePipeline.ClassName, "category", images.Labels.Count, "target")];

    private static JsonNode Column(string name, string type, int? distinct, string use)
        => new JsonObject { ["name"] = name, ["type"] = type, ["missing"] = 0, ["distinct"] = distinct, ["use"] = use };

    private static JsonObject Of(StartForecast forecast)
    {
        JsonObject json = new()
        {
            ["silent"] = forecast.Layers.Sum(l => l.Census.Count(Verdict.Silent)),
            ["units"] = forecast.Layers.Sum(l => l.Census.Units),
            ["born_dead"] = Of(forecast.BornDead),
            ["layers"] = new JsonArray([.. forecast.Layers.Select(l => (JsonNode)Of(l))]),
        };
        json.Put("gradient_ratio", forecast.GradientRatio);
        return json;
    }

    private static JsonObject Of(BornDeadForecast forecast) => new()
    {
        ["probability"] = forecast.Probability.Value,
        ["low"] = forecast.Probability.Low,
        ["high"] = forecast.Probability.High,
        ["starts"] = forecast.Probability.Total,
        ["rows"] = forecast.Rows,
        ["this_start"] = forecast.IsThisOne,
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
        json.Put("silent_share", layer.SilentShare);
        json.Put("mean_square", layer.MeanSquare);
        json.Put("theory_mean_square", layer.TheoryMeanSquare);
        json.Put("gradient_mean_square", layer.GradientMeanSquare);
        json.Put("theory_gradient_mean_square", layer.TheoryGradientMeanSquare);
        return json;
    }
}
