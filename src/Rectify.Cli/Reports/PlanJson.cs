using System.Text.Json.Nodes;
using Rectify.Cli.Settings;
using Rectify.Training;

namespace Rectify.Cli.Reports;

/// <summary>run.json: everything needed to repeat a run; train --config takes it as it is.</summary>
internal static class PlanJson
{
    /// <summary>The same of a run that goes on: with what is another now, and since when.</summary>
    public static JsonObject OfResumed(JsonObject before, string data, TrainRequest request, Checkpoint? from)
    {
        JsonObject plan = Of(data, request);
        JsonObject old = before["options"]!.AsObject(), options = plan["options"]!.AsObject();
        JsonObject changed = new(options.Where(o => !JsonNode.DeepEquals(o.Value, old[o.Key]))
            .Select(o => KeyValuePair.Create(o.Key, o.Value?.DeepClone())));
        JsonArray resumed = [.. (before["resumed"] as JsonArray ?? []).Select(r => r?.DeepClone())];
        if (changed.Count > 0)
        {
            resumed.Add((JsonNode)new JsonObject { ["epoch"] = from?.Epochs ?? 0, ["step"] = from?.Steps ?? 0, ["options"] = changed });
        }
        if (resumed.Count > 0) { plan["resumed"] = resumed; }
        return plan;
    }

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
