using System.Text.Json;
using System.Text.Json.Nodes;

namespace Rectify.Reports.Runs;

/// <summary>Reads what a run's files say, leaving open what they do not.</summary>
internal static class JsonReading
{
    /// <summary>A number; what is not finite stands beside it in words, and what is not there is NaN.</summary>
    public static double Number(this JsonNode json, string name) => json[name] is { } value && value.GetValueKind() == JsonValueKind.Number
        ? (double)value
        : (string?)json[name + "_status"] switch
        {
            "infinity" => double.PositiveInfinity,
            "-infinity" => double.NegativeInfinity,
            _ => double.NaN,
        };

    public static string Text(this JsonNode json, string name) => (string?)json[name] ?? "";

    public static int Count(this JsonNode json, string name) => (int?)json[name] ?? 0;

    public static IEnumerable<JsonNode> Items(this JsonNode json, string name) => (json[name] as JsonArray ?? []).OfType<JsonNode>();

    /// <summary>Numbers one after the other; null is NaN.</summary>
    public static float[] Numbers(this JsonNode json, string name)
        => [.. (json[name] as JsonArray ?? []).Select(value => (float?)value ?? float.NaN)];
}
