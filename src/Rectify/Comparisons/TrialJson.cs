using System.Text.Json;
using System.Text.Json.Nodes;

namespace Rectify.Comparisons;

/// <summary>A run of a comparison as a line of JSON.</summary>
internal static class TrialJson
{
    public static JsonObject Of(TrialOutcome outcome) => new()
    {
        ["variant"] = outcome.Trial.Variant, ["seed"] = outcome.Trial.Seed, ["lr"] = outcome.Trial.LearningRate,
        ["epochs"] = outcome.Epochs, ["best_epoch"] = outcome.BestEpoch, ["seconds"] = outcome.Seconds,
        ["validation_loss"] = Finite(outcome.ValidationLoss), ["diverged"] = outcome.HasDiverged,
        ["silent"] = outcome.Silent, ["zeros"] = outcome.Zeros, ["cause"] = outcome.Cause,
        ["losses"] = new JsonArray([.. outcome.Losses.Select(Finite)]),
        ["gradients"] = new JsonArray([.. outcome.Gradients.Select(gradient => (JsonNode)new JsonObject
        {
            ["layer"] = gradient.Layer, ["size"] = Finite(gradient.Size),
        })]),
    };

    /// <summary>The run of a line; null where it is not whole.</summary>
    public static TrialOutcome? TryRead(string line)
    {
        try
        {
            return JsonNode.Parse(line) is not JsonObject { } json || json["losses"] is not JsonArray { Count: > 0 } losses ? null : new(
                new((int)json["variant"]!, (ulong)json["seed"]!, (float)json["lr"]!),
                (int)json["epochs"]!, (int)json["best_epoch"]!, (double)json["seconds"]!, Number(json["validation_loss"]),
                (bool)json["diverged"]!, (double)json["silent"]!, (double)json["zeros"]!, (string?)json["cause"],
                [.. losses.Select(Number)],
                [.. (json["gradients"] as JsonArray ?? []).Select(g => new LayerGradient((string)g!["layer"]!, Number(g["size"])))]);
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException or FormatException) { return null; }
    }

    private static JsonNode? Finite(double value) => double.IsFinite(value) ? value : null;

    private static double Number(JsonNode? node) => node is null ? double.NaN : (double)node;
}
