using System.Text.Json.Nodes;
using Rectify.Cli.Settings;

namespace Rectify.Cli.Reports;

/// <summary>run.json: everything needed to repeat a run; train --config takes it as it is.</summary>
internal static class PlanJson
{
    public static JsonObject Of(string data, TrainRequest request)
    {
        JsonObject options = [];
        foreach (Setting setting in TrainSettings.All.Where(s => !s.IsOfOneRun && request.Texts.ContainsKey(s.Key)))
        {
            IReadOnlyList<string> texts = request.Texts[setting.Key];
            options[setting.Key] = setting.IsRepeatable ? new JsonArray([.. texts.Select(t => (JsonNode)t)]) : texts[0];
        }
        // A run is repeated from any folder.
        if (request.TestFile is { } test) { options["test"] = Path.GetFullPath(test); }
        return new JsonObject
        {
            ["rectify"] = typeof(PlanJson).Assembly.GetName().Version!.ToString(3),
            ["data"] = DataSource.IsMade(data) ? data : Path.GetFullPath(data),
            ["options"] = options,
        };
    }
}
