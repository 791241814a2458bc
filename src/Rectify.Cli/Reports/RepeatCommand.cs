using System.Text.Json.Nodes;
using Rectify.Cli.Settings;

namespace Rectify.Cli.Reports;

/// <summary>What to type to repeat a run, as its run.json says.</summary>
internal static class RepeatCommand
{
    private const string SafeLetters = "-_./=:,+@%";

    /// <summary>Of a run.</summary>
    public static string Of(JsonObject plan) => Of(plan, "train");

    /// <summary>Options that are as they are by themselves are left out, but for seeds.</summary>
    public static string Of(JsonObject plan, string verb)
    {
        JsonObject options = plan["options"] as JsonObject ?? [];
        IEnumerable<string> words = TrainSettings.All
            .Where(setting => options[setting.Key] is not null)
            .SelectMany(setting => WordsOf(setting, options[setting.Key]!));
        string[] seeds = plan["seeds"] is { } count ? ["--seeds", count.ToString()] : [];
        return string.Join(' ', ["rectify", verb, Quoted((string?)plan["data"] ?? ""), .. words, .. seeds]);
    }

    private static IEnumerable<string> WordsOf(Setting setting, JsonNode value)
    {
        string[] texts = value is JsonArray several ? [.. several.Select(one => one!.ToString())] : [value.ToString()];
        if (texts is [var only] && only == setting.Default && setting.Key != "seed") { return []; }
        return setting.IsSwitch ? [setting.Name] : texts.SelectMany(text => (string[])[setting.Name, Quoted(text)]);
    }

    // As a shell reads it back.
    private static string Quoted(string text)
        => text != "" && text.All(letter => char.IsLetterOrDigit(letter) || SafeLetters.Contains(letter)) ? text
        : $"'{text.Replace("'", "'\\''")}'";
}
