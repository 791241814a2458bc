using System.Text.Json.Nodes;
using Rectify.Training;

namespace Rectify.Health;

/// <summary>What a monitor has seen of a run so far, as a text beside the checkpoint from which the run goes on.</summary>
/// <param name="SilentSince">For each layer and unit the epoch since which it is silent, or null.</param>
/// <param name="SilentSinceOfBest">The same as it was at the best epoch.</param>
/// <param name="Epochs">Every epoch that is over.</param>
internal sealed record MonitorMemory(
    IReadOnlyDictionary<string, int?[]> SilentSince, IReadOnlyDictionary<string, int?[]> SilentSinceOfBest,
    IReadOnlyList<TrainingEvent.EpochEnded> Epochs)
{
    public string Write() => new JsonObject
    {
        ["silent_since"] = Json(SilentSince),
        ["silent_since_of_best"] = Json(SilentSinceOfBest),
        ["epochs"] = new JsonArray([.. Epochs.Select(e => new JsonArray(
            e.Epoch, e.Step, e.TrainingLoss, e.ValidationLoss, e.Penalty, e.LearningRate, e.BestEpoch, e.BestLoss, e.Seconds))]),
    }.ToJsonString();

    public static MonitorMemory Read(string text)
    {
        JsonNode json = JsonNode.Parse(text)!;
        IEnumerable<TrainingEvent.EpochEnded> epochs = json["epochs"]!.AsArray().Select(e => new TrainingEvent.EpochEnded(
            Epoch: (int)e![0]!, Step: (long)e[1]!, TrainingLoss: (double)e[2]!, ValidationLoss: (double)e[3]!, Penalty: (double)e[4]!,
            LearningRate: (float)e[5]!, BestEpoch: (int)e[6]!, BestLoss: (double)e[7]!, Seconds: (double)e[8]!));
        return new(Units(json["silent_since"]!), Units(json["silent_since_of_best"]!), [.. epochs]);
    }

    private static JsonObject Json(IReadOnlyDictionary<string, int?[]> layers) => new(layers.Select(
        layer => KeyValuePair.Create(layer.Key, (JsonNode?)new JsonArray([.. layer.Value.Select(epoch => (JsonNode?)epoch)]))));

    private static Dictionary<string, int?[]> Units(JsonNode layers)
        => layers.AsObject().ToDictionary(layer => layer.Key, layer => layer.Value!.AsArray().Select(epoch => (int?)epoch).ToArray());
}
