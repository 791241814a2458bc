using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rectify.Training;

namespace Rectify.Health;

/// <summary>What a monitor has seen of a run so far, as a text beside the checkpoint from which the run goes on.</summary>
internal sealed record MonitorMemory(
    IReadOnlyList<HealthLook> Looks, IReadOnlyList<TrainingEvent.EpochEnded> Epochs, SilentUnitDates Silent, FindingDates Dates)
{
    public string Write() => new JsonObject
    {
        ["looks"] = Array(Looks, look => new(look.Epoch, look.Step, look.LearningRate,
            Array(look.Units, unit => new(
                unit.Layer, unit.Units, unit.Silent, unit.Saturated, unit.DeadRows, unit.Zeros, Number(unit.Mean), Number(unit.Variance))),
            Array(look.Weights, weight => new(weight.Layer, weight.IsHidden, Number(weight.GradientSize),
                Number(weight.UpdateRatio), Number(weight.Size), Number(weight.PenaltyRatio))))),
        ["epochs"] = Array(Epochs, e => new(e.Epoch, e.Step, Number(e.TrainingLoss), Number(e.ValidationLoss), Number(e.Penalty),
            e.LearningRate, e.BestEpoch, Number(e.BestLoss), e.Seconds)),
        ["silent_since"] = Steps(Silent.Now),
        ["silent_since_of_best"] = Steps(Silent.OfBest),
        ["open"] = Array(Dates.Open, open => new(open.Finding.Rule, open.Finding.Layer, open.First.Epoch, open.First.Step)),
        ["told"] = Array(Dates.Told, f => new(f.Rule, (int)f.Severity, f.Layer, f.Epoch, f.Step, f.UnitCount, f.UnitsTotal,
            f.Message, f.Advice, f.Options)),
    }.ToJsonString();

    /// <summary>Reads back what <see cref="Write"/> wrote.</summary>
    public static MonitorMemory Read(string text)
    {
        JsonNode json = JsonNode.Parse(text)!;
        SilentUnitDates silent = new();
        silent.Restore(Steps(json["silent_since"]!), Steps(json["silent_since_of_best"]!));
        FindingDates dates = new();
        dates.Restore(
            List(json["open"], o => (((string)o[0]!, (string?)o[1]), ((int)o[2]!, (long)o[3]!))),
            List(json["told"], f => new Finding((string)f[0]!, (Severity)(int)f[1]!, (string?)f[2], (int?)f[3], (long?)f[4], (int)f[5]!,
                (int)f[6]!, (string)f[7]!, (string)f[8]!) { Options = (string?)f[9] }));
        return new(List(json["looks"], Look), List(json["epochs"], Epoch), silent, dates);
    }

    private static HealthLook Look(JsonNode look) => new((int)look[0]!, (long)look[1]!, (float)look[2]!,
        List(look[3], u => new UnitLook(
            (string)u[0]!, (int)u[1]!, (int)u[2]!, (int)u[3]!, (int)u[4]!, (double)u[5]!, Number(u[6]!), Number(u[7]!))),
        List(look[4], w => new WeightLook((string)w[0]!, (bool)w[1]!, Number(w[2]!), Number(w[3]!), Number(w[4]!), Number(w[5]!))));

    private static TrainingEvent.EpochEnded Epoch(JsonNode e) => new(
        Epoch: (int)e[0]!, Step: (long)e[1]!, TrainingLoss: Number(e[2]!), ValidationLoss: Number(e[3]!), Penalty: Number(e[4]!),
        LearningRate: (float)e[5]!, BestEpoch: (int)e[6]!, BestLoss: Number(e[7]!), Seconds: (double)e[8]!);

    // JSON has no number for what is not finite.
    private static JsonNode Number(double value)
        => double.IsFinite(value) ? value : JsonValue.Create(value.ToString(CultureInfo.InvariantCulture));

    private static double Number(JsonNode node) => node.GetValueKind() == JsonValueKind.String
        ? double.Parse((string)node!, CultureInfo.InvariantCulture)
        : (double)node;

    private static JsonArray Array<T>(IEnumerable<T> items, Func<T, JsonArray> one) => [.. items.Select(item => (JsonNode)one(item))];

    private static List<T> List<T>(JsonNode? items, Func<JsonNode, T> one) => [.. items!.AsArray().Select(item => one(item!))];

    private static JsonObject Steps(IReadOnlyDictionary<string, long?[]> layers) => new(layers.Select(
        layer => KeyValuePair.Create(layer.Key, (JsonNode?)new JsonArray([.. layer.Value.Select(step => (JsonNode?)step)]))));

    private static Dictionary<string, long?[]> Steps(JsonNode layers)
        => layers.AsObject().ToDictionary(layer => layer.Key, layer => layer.Value!.AsArray().Select(step => (long?)step).ToArray());
}
