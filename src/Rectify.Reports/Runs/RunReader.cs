using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rectify.Data;
using Rectify.Health;
using Rectify.Training;

namespace Rectify.Reports.Runs;

/// <summary>Reads a run's folder.</summary>
internal static class RunReader
{
    // A chart has not more places for them, and nobody reads so long a table.
    private const int MostEpochs = 1000;

    /// <param name="path">The folder.</param>
    /// <param name="command">Makes of run.json the command that repeats the run.</param>
    /// <exception cref="DataException">It is not the folder of a run, or a file in it was altered.</exception>
    public static RunStory Read(string path, Func<JsonObject, string> command)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(command);
        RunFolder run = RunFolder.Open(path);
        try { return Read(run, run.ReadPlan(), command); }
        catch (Exception e) when (e is InvalidOperationException or FormatException or NullReferenceException or ArgumentException)
        {
            throw new DataException($"{path} cannot be read as a run: a file in it was altered, or another version wrote it.", e);
        }
    }

    private static RunStory Read(RunFolder run, JsonObject plan, Func<JsonObject, string> command)
    {
        JsonObject[] events = [.. EventsOf(run)];
        JsonNode started = events.FirstOrDefault(e => e.Text("event") == "started") ?? [];
        RunResult? result = run.ReadResult() is { } end ? ResultOf(end) : null;
        JsonNode details = run.ReadDetails() ?? [];
        return new()
        {
            Name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(run.Path))),
            Command = command(plan),
            Data = plan.Text("data"),
            Version = plan.Text("rectify"),
            Options = [.. (plan["options"] as JsonObject ?? []).Select(option => (option.Key, TextOf(option.Value)))],
            PlannedEpochs = started.Count("epochs"),
            TrainingRows = started.Count("training_rows"),
            ValidationRows = started.Count("validation_rows"),
            StartLoss = started.Number("validation_loss"),
            Epochs = Thinned([.. OfKind("epoch").Select(EpochOf)], result?.BestEpoch),
            Weights = [.. OfKind("health").SelectMany(WeightsOf)],
            Portraits = [.. OfKind("portrait").Select(PortraitOf).OrderBy(p => p.Epoch)],
            Start = [.. OfKind("start").TakeLast(1).SelectMany(e => e.Items("layers")).Select(StartOf)],
            Divergence = OfKind("diverged").LastOrDefault() is { } d ? (d.Count("epoch"), (long?)d["step"] ?? 0, d.Text("layer")) : null,
            Result = result,
            Findings = result?.Findings ?? [.. OfKind("finding").Select(FindingOf)],
            Layers = [.. details.Items("layers").Select(LayerOf)],
            Part = (string?)details["part"],
            Confusion = details["confusion"] is { } confusion ? ConfusionOf(confusion) : null,
            Answers = details["answers"] is { } a ? new(a.Count("rows"), a.Numbers("true"), a.Numbers("predicted")) : null,
            Picture = File.Exists(run.PicturePath) ? Files.ReadAllBytes(run.PicturePath) : [],
        };

        IEnumerable<JsonObject> OfKind(string kind) => events.Where(e => e.Text("event") == kind);
    }

    // The last line may be cut where the process was killed.
    private static IEnumerable<JsonObject> EventsOf(RunFolder run)
    {
        if (!File.Exists(run.EventsPath)) { yield break; }
        string text = Encoding.UTF8.GetString(Files.ReadAllBytes(run.EventsPath));
        foreach (string line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            JsonObject? told = null;
            try { told = JsonNode.Parse(line) as JsonObject; }
            catch (JsonException) { }
            if (told is not null) { yield return told; }
        }
    }

    private static IReadOnlyList<EpochPoint> Thinned(IReadOnlyList<EpochPoint> epochs, int? best)
    {
        int stride = (epochs.Count + MostEpochs - 1) / MostEpochs;
        return stride <= 1 ? epochs : [.. epochs.Where(e => e.Epoch % stride == 0 || e.Epoch == best || e == epochs[^1])];
    }

    private static EpochPoint EpochOf(JsonNode e)
        => new(e.Count("epoch"), (long?)e["step"] ?? 0, e.Number("training_loss"), e.Number("validation_loss"), e.Number("lr"));

    private static IEnumerable<WeightPoint> WeightsOf(JsonNode look) => look.Items("weights").Select(
        w => new WeightPoint((long?)look["step"] ?? 0, w.Text("name"), w.Number("gradient"), w.Number("update_ratio")));

    private static StartPoint StartOf(JsonNode layer) => new(layer.Text("name"), layer.Number("mean_square"),
        layer.Number("expected_mean_square"), layer.Number("theory_mean_square"));

    private static Portrait PortraitOf(JsonNode portrait) => new(portrait.Count("epoch"), (long?)portrait["step"] ?? 0,
        [.. portrait.Items("layers").Select(layer => new LayerPortrait(
            layer.Text("name"), (long?)layer["rows"] ?? 0, Base64Url.DecodeFromChars(layer.Text("rates")), FanOf(layer["fan"]!)))]);

    private static PreActivationFan FanOf(JsonNode fan) => new(fan.Numbers("quantiles"), fan.Number("zeros"));

    private static Confusion ConfusionOf(JsonNode confusion) => new(
        [.. confusion.Items("labels").Select(label => (string)label!)],
        [.. confusion.Items("counts").Select(row => (IReadOnlyList<int>)[.. row.AsArray().Select(n => (int)n!)])]);

    private static LayerFacts LayerOf(JsonNode layer)
    {
        Verdict[] verdicts = [.. layer.Items("verdicts").Select(verdict => VerdictOf((string)verdict!))];
        int[] active = [.. layer.Items("active_rows").Select(rows => (int)rows)];
        LayerCensus census = new(layer.Text("name"), layer.Text("activation"), layer.Count("rows"), verdicts, active,
            layer.Count("dead_rows"), layer.Number("zeros"));
        return new(census, layer.Numbers("largest_pre_activations"), layer.Numbers("biases"),
            [.. layer.Numbers("weight_norms").Select(norm => (double)norm)],
            [.. layer["silent_since"]!.AsArray().Select(step => (long?)step)], FanOf(layer["fan"]!));
    }

    private static Verdict VerdictOf(string name) => name switch
    {
        "alive" => Verdict.Alive,
        "rarely_active" => Verdict.RarelyActive,
        "silent" => Verdict.Silent,
        "saturated" => Verdict.Saturated,
        "always_on" => Verdict.AlwaysOn,
        _ => throw new FormatException($"'{name}' is no verdict."),
    };

    private static RunResult ResultOf(JsonObject end)
    {
        JsonNode health = end["health"] ?? new JsonObject();
        return new()
        {
            Task = end.Text("task"),
            Parameters = end.Count("parameters"),
            Epochs = end.Count("epochs"),
            BestEpoch = end.Count("best_epoch"),
            Stopped = end.Text("stopped"),
            Seconds = end.Number("seconds"),
            Verdict = health.Text("verdict"),
            Metrics = ScoresOf(end["metrics"]),
            Baseline = ScoresOf(end["baseline"]),
            Layers = [.. health.Items("layers").Select(CountsOf)],
            Findings = [.. health.Items("findings").Select(FindingOf)],
            Resume = (string?)end["resume"],
        };
    }

    private static Dictionary<string, IReadOnlyDictionary<string, double>> ScoresOf(JsonNode? parts)
        => (parts as JsonObject ?? []).ToDictionary(
            part => part.Key,
            part => (IReadOnlyDictionary<string, double>)part.Value!.AsObject()
                .Where(number => !number.Key.EndsWith("_status", StringComparison.Ordinal))
                .ToDictionary(number => number.Key, number => part.Value.Number(number.Key)));

    private static LayerCounts CountsOf(JsonNode layer) => new(
        layer.Text("name"), layer.Text("activation"), layer.Count("units"), layer.Count("rows"), layer.Count("alive"),
        layer.Count("rarely_active"), layer.Count("silent"), layer.Count("saturated"), layer.Count("always_on"));

    private static Finding FindingOf(JsonNode f) => new(
        f.Text("rule"), SeverityOf(f.Text("severity")), (string?)f["layer"], (int?)f["epoch"], (long?)f["step"],
        f.Count("unit_count"), f.Count("units_total"), f.Text("message"), f.Text("advice")) { Options = (string?)f["options"] };

    private static Severity SeverityOf(string name) => name switch
    {
        "error" => Severity.Error,
        "warning" => Severity.Warning,
        _ => Severity.Hint,
    };

    private static string TextOf(JsonNode? value)
        => value is JsonArray several ? string.Join(", ", several.Select(one => one?.ToString())) : value?.ToString() ?? "";
}
