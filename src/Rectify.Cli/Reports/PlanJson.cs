using System.Text.Json.Nodes;
using Rectify.Cli.Settings;

namespace Rectify.Cli.Reports;

/// <summary>run.json: everything needed to repeat a run; train --config takes it as it is.</summary>
internal static class PlanJson
{
    // Where a run is kept, and what may be replaced there, is of that run alone.
    private static readonly string[] OfOneRun = ["out", "overwrite"];

    public static JsonObject Of(string data, TrainRequest request)
    {
        JsonObject options = new() { ["target"] = request.Target };
        foreach ((string name, IReadOnlyList<string> texts) in request.Texts.Where(t => !OfOneRun.Contains(t.Key) && t.Key != "target"))
        {
            bool repeatable = TrainSettings.All.First(s => s.Name == "--" + name).IsRepeatable;
            options[name] = repeatable ? new JsonArray([.. texts.Select(t => (JsonNode)t)]) : texts[0];
        }
        return new JsonObject
        {
            ["rectify"] = typeof(PlanJson).Assembly.GetName().Version!.ToString(3),
            ["data"] = DataSource.IsSynthetic(data) ? data : Path.GetFullPath(data),
            ["options"] = options,
        };
    }
}
