using System.Globalization;
using System.Text.Json.Nodes;
using Rectify.Cli.Output;
using Rectify.Cli.Settings;
using Rectify.Comparisons;
using Spectre.Console;

namespace Rectify.Cli.Reports;

/// <summary>What a comparison found, as a table with a verdict and as JSON.</summary>
internal sealed record CompareReport(CompareRequest Request, ComparisonResult Result)
{
    public JsonObject ToJson(string folder) => new()
    {
        ["comparison"] = folder,
        ["verdict"] = Result.Verdict,
        ["headline"] = Result.Headline,
        ["details"] = Texts(Result.Details),
        ["reasons"] = Texts(Result.Reasons),
        ["command"] = Request.Command,
        ["rectify"] = typeof(CompareReport).Assembly.GetName().Version!.ToString(3),
        ["assumption"] = ComparisonResult.Assumption,
        ["measure"] = Result.Measure.Name,
        ["larger_is_better"] = Result.Measure.LargerIsBetter,
        ["part"] = Result.Part,
        ["rows"] = Result.Rows,
        ["seeds"] = new JsonArray([.. Result.Seeds.Select(seed => (JsonNode)seed)]),
        ["lr_grid"] = new JsonArray([.. Result.LearningRates.Select(rate => (JsonNode)rate)]),
        ["variants"] = new JsonArray([.. Result.Variants.Select((variant, i) => (JsonNode)Json(variant, i))]),
    };

    public Spectre.Console.Table Table(Terminal terminal)
    {
        Spectre.Console.Table table = terminal.Table(
        [
            "variant", $"{Result.Part} {Result.Measure.Name}", "95 % interval", $"less {Result.Variants[0].Name}",
            "interval (Holm)", "p", "silent", "zeros", "an epoch", .. Result.LearningRates.Count > 0 ? ["lr"] : Array.Empty<string>(),
        ]);
        foreach (VariantResult variant in Result.Variants)
        {
            string[] difference = variant.Difference is { } d
                ? [Number(d.Interval.Mean), Range(d.Interval), Invariant($"{d.P:G2}")]
                : ["", "", ""];
            string diverged = variant.Diverged > 0 ? " " + terminal.Words.Say($"({variant.Diverged} diverged)") : "";
            string[] cells =
            [
                variant.Name + diverged, Number(variant.Interval.Mean),
                Range(variant.Interval), .. difference,
                Share(variant.Silent), Share(variant.Zeros), Durations.Text(variant.SecondsPerEpoch),
            ];
            string[] rate = Result.LearningRates.Count > 0 ? [Invariant($"{variant.LearningRate}")] : [];
            table.AddRow(cells.Concat(rate).Select(cell => new Text(cell)));
        }
        return table;

        string Range(Interval interval) => terminal.Words.Say($"{Number(interval.Low)} to {Number(interval.High)}");
    }

    public IEnumerable<(string Label, string Text)> Lines()
    {
        yield return ("verdict", Result.Headline);
        foreach (string detail in Result.Details) { yield return ("", detail); }
        foreach (string reason in Result.Reasons) { yield return ("why", reason); }
        if (Result.Variants.FirstOrDefault(v => v.Cause is not null) is { } ill)
        {
            int variant = Result.Variants.Index().First(v => v.Item == ill).Index;
            ulong seed = ill.Runs.First(run => run.Cause is not null).Trial.Seed;
            yield return ("next", $"{Request.CommandOf(variant, seed, ill.LearningRate)} shows what is wrong with {ill.Name}");
        }
        yield return ("note", ComparisonResult.Assumption);
    }

    private JsonObject Json(VariantResult variant, int index)
    {
        JsonObject json = new()
        {
            ["name"] = variant.Name,
            ["options"] = new JsonObject(Request.Variants[index].Options.Select(o => KeyValuePair.Create(o.Key, (JsonNode?)o.Value))),
            ["lr"] = variant.LearningRate,
            ["scores"] = Numbers(variant.Scores),
        };
        Put(json, variant.Interval);
        if (variant.Difference is { } difference)
        {
            JsonObject about = [];
            Put(about, difference.Interval);
            about["p"] = difference.P;
            about["clear"] = difference.IsClear;
            about["seeds_to_tell"] = difference.SeedsToTell;
            json["difference"] = about;
        }
        json["silent"] = variant.Silent;
        json["zeros"] = variant.Zeros;
        json["seconds_per_epoch"] = variant.SecondsPerEpoch;
        json["epochs"] = new JsonArray([.. variant.Runs.Select(run => (JsonNode)run.Epochs)]);
        json["diverged"] = variant.Diverged;
        json["cause"] = variant.Cause?.Rule;
        json["cause_runs"] = variant.Cause?.Runs ?? 0;
        json["losses"] = new JsonArray([.. variant.Losses.Select(band
            => (JsonNode)Numbers([band.Mean, band.Lowest, band.Highest]))]);
        json["gradients"] = new JsonArray([.. variant.Gradients.Select(gradient =>
        {
            JsonObject one = new() { ["layer"] = gradient.Layer };
            one.Put("size", gradient.Size);
            return (JsonNode)one;
        })]);
        json["command"] = Request.CommandOf(index, Result.Seeds[0], variant.LearningRate);
        return json;
    }

    private static void Put(JsonObject json, Interval interval)
    {
        json.Put("mean", interval.Mean);
        json.Put("low", interval.Low);
        json.Put("high", interval.High);
    }

    private static JsonArray Numbers(IEnumerable<double> values)
        => [.. values.Select(value => double.IsFinite(value) ? (JsonNode)value : null)];

    private static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(text => (JsonNode)text)];

    private static string Number(double value) => value.ToString(Math.Abs(value) < 10 ? "F4" : "G5", CultureInfo.InvariantCulture);

    private static string Share(double value) => Invariant($"{100 * value:F1} %");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
