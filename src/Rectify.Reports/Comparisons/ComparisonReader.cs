using System.Text.Json.Nodes;
using Rectify.Comparisons;
using Rectify.Data;
using Rectify.Reports.Runs;

namespace Rectify.Reports.Comparisons;

/// <summary>Reads the folder of a comparison.</summary>
internal static class ComparisonReader
{
    /// <exception cref="DataException">It is no such folder, has not come to its end, or was altered.</exception>
    public static ComparisonStory Read(string path)
    {
        using ComparisonFolder folder = ComparisonFolder.Open(path);
        JsonObject result = folder.ReadResult()
            ?? throw new DataException($"{path} has not come to its end: rectify compare --resume {path} goes on.");
        try { return Read(Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path))), result); }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or FormatException or NullReferenceException)
        {
            throw new DataException($"The result in {path} was altered: it is no comparison any more.", e);
        }
    }

    /// <summary>What a result says.</summary>
    /// <param name="name">What the comparison is called.</param>
    /// <param name="json">The result.</param>
    public static ComparisonStory Read(string name, JsonObject json) => new()
    {
        Name = name,
        Version = json.Text("rectify"),
        Command = json.Text("command"),
        Headline = json.Text("headline"),
        Details = [.. json.Items("details").Select(detail => detail.ToString())],
        Reasons = [.. json.Items("reasons").Select(reason => reason.ToString())],
        Assumption = json.Text("assumption"),
        Measure = json.Text("measure"),
        LargerIsBetter = (bool)json["larger_is_better"]!,
        Part = json.Text("part"),
        Rows = json.Count("rows"),
        Seeds = [.. json.Items("seeds").Select(seed => seed.ToString())],
        LearningRates = [.. json.Items("lr_grid").Select(rate => (double)rate)],
        Variants = [.. json.Items("variants").Select(Variant)],
    };

    private static VariantStory Variant(JsonNode json) => new()
    {
        Name = json.Text("name"),
        Command = json.Text("command"),
        LearningRate = json.Number("lr"),
        Scores = [.. Doubles(json["scores"])],
        Interval = (json.Number("mean"), json.Number("low"), json.Number("high")),
        Difference = json["difference"] is { } d
            ? (d.Number("mean"), d.Number("low"), d.Number("high"), d.Number("p"), (bool)d["clear"]!, (int?)d["seeds_to_tell"])
            : null,
        Silent = json.Number("silent"),
        Zeros = json.Number("zeros"),
        SecondsPerEpoch = json.Number("seconds_per_epoch"),
        Diverged = json.Count("diverged"),
        Cause = (string?)json["cause"] is { } rule ? (rule, json.Count("cause_runs")) : null,
        Losses = [.. json.Items("losses").Select(band => Doubles(band)).Select(band => (band[0], band[1], band[2]))],
        Gradients = [.. json.Items("gradients").Select(layer => (layer.Text("layer"), layer.Number("size")))],
    };

    private static double[] Doubles(JsonNode? numbers) => [.. numbers!.AsArray().Select(value => (double?)value ?? double.NaN)];
}
