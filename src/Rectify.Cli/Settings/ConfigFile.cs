using System.Text.Json;
using System.Text.Json.Nodes;
using Rectify.Data;

namespace Rectify.Cli.Settings;

/// <summary>
/// --config file.json: options from a file, for those that were not typed. A run's own run.json is such a file:
/// {"data": "churn.csv", "options": {"target": "churned", "hidden": "64,64", "ignore": ["id"]}}.
/// </summary>
internal static class ConfigFile
{
    private const string Option = "--config";

    /// <summary>What was typed, with the file's options after it.</summary>
    public static string[] Expand(string[] args)
    {
        int at = Array.FindIndex(args, a => a == Option || a.StartsWith(Option + "=", StringComparison.Ordinal));
        if (at < 0 || args[0] != "train") { return args; }
        bool joined = args[at] != Option;
        if (!joined && at + 1 == args.Length) { throw new UsageException($"{Option} takes a file, as {Option} runs/0001-churn/run.json."); }

        string path = joined ? args[at][(Option.Length + 1)..] : args[at + 1];
        List<string> expanded = [.. args[..at], .. args[(at + (joined ? 1 : 2))..]];
        JsonObject config = Read(path);
        if (config["data"] is { } data && !HasData(expanded)) { expanded.Insert(1, TextOf(path, "data", data)); }
        foreach ((string name, JsonNode? value) in config["options"] as JsonObject ?? [])
        {
            Setting setting = TrainSettings.All.FirstOrDefault(s => s.Name == "--" + name)
                ?? throw new DataException($"{path}: there is no option --{name}.{Spelling.Suggest(name, TrainSettings.All.Select(s => s.Name[2..]))}");
            if (expanded.Any(a => a == setting.Name || a.StartsWith(setting.Name + "=", StringComparison.Ordinal))) { continue; }
            Append(expanded, path, setting, value);
        }
        return [.. expanded];
    }

    private static void Append(List<string> args, string path, Setting setting, JsonNode? value)
    {
        if (setting.IsSwitch)
        {
            if (TextOf(path, setting.Name, value) == "true") { args.Add(setting.Name); }
            return;
        }
        foreach (JsonNode? one in value as JsonArray ?? [value?.DeepClone()])
        {
            args.Add($"{setting.Name}={TextOf(path, setting.Name, one)}");
        }
    }

    // The data is what stands right behind the verb, or anywhere without a dash that no option takes for its value.
    private static bool HasData(List<string> args)
    {
        for (int i = 1; i < args.Count; i++)
        {
            if (!args[i].StartsWith('-')) { return true; }
            bool takesNext = !args[i].Contains('=') && TrainSettings.All.Any(s => s.Name == args[i] && !s.IsSwitch);
            if (takesNext) { i++; }
        }
        return false;
    }

    private static JsonObject Read(string path)
    {
        try { return JsonNode.Parse(Files.ReadAllBytes(path)) as JsonObject ?? throw new DataException($"{path} is not a configuration: it has to be a JSON object."); }
        catch (JsonException e) { throw new DataException($"{path} is not a configuration: {e.Message.TrimEnd('.')}.", e); }
    }

    private static string TextOf(string path, string name, JsonNode? value)
        => value is JsonValue simple ? simple.ToString() : throw new DataException($"{path}: {name} has to be a text or a number.");
}
