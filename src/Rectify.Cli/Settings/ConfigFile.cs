using System.Text.Json;
using System.Text.Json.Nodes;
using Rectify.Data;

namespace Rectify.Cli.Settings;

/// <summary>
/// --config file.json: the data and options of a run, for those that were not typed. A run's own run.json is such a file:
/// {"data": "churn.csv", "options": {"target": "churned", "hidden": "64,64", "ignore": ["id"]}}.
/// </summary>
internal sealed record ConfigFile(string Path, string? Data, IReadOnlyDictionary<string, IReadOnlyList<string>> Texts)
{
    /// <summary>No file: nothing is said.</summary>
    public static ConfigFile None { get; } = new("", null, new Dictionary<string, IReadOnlyList<string>>());

    /// <exception cref="DataException">There is no such file, or it does not hold options.</exception>
    public static ConfigFile Read(string path)
    {
        JsonObject json = Parse(path);
        Dictionary<string, IReadOnlyList<string>> texts = [];
        foreach ((string key, JsonNode? value) in json["options"] as JsonObject ?? [])
        {
            Setting setting = TrainSettings.All.FirstOrDefault(s => s.Key == key)
                ?? throw new DataException(
                    $"{path}: there is no option --{key}.{Spelling.Suggest(key, TrainSettings.All.Select(s => s.Key))}");
            texts[key] = TextsOf(path, setting, value);
        }
        return new(path, json["data"] is { } data ? TextOf(path, "data", data) : null, texts);
    }

    /// <summary>What it says of a setting, as it would be typed; nothing where it is silent.</summary>
    public IReadOnlyList<string> TextsOf(Setting setting) => Texts.GetValueOrDefault(setting.Key, []);

    private static IReadOnlyList<string> TextsOf(string path, Setting setting, JsonNode? value)
    {
        IReadOnlyList<JsonNode?> values = value is JsonArray array ? [.. array] : [value];
        string[] texts = [.. values.Select(one => TextOf(path, setting.Key, one))];
        if (setting.IsSwitch) { return texts is ["true"] ? texts : []; }
        return setting.IsRepeatable ? texts : [string.Join(',', texts)];
    }

    private static JsonObject Parse(string path)
    {
        try
        {
            return JsonNode.Parse(Files.ReadAllBytes(path)) as JsonObject
                ?? throw new DataException($"{path} is not a configuration: it has to be a JSON object, as a run's run.json is.");
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            throw new DataException($"{path} is not a configuration: it is not JSON, as a run's run.json is.", e);
        }
    }

    private static string TextOf(string path, string name, JsonNode? value)
        => value is JsonValue simple ? simple.ToString() : throw new DataException($"{path}: {name} has to be a text or a number.");
}
