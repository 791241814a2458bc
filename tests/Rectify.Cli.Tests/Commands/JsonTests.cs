using System.Text.Json;
using System.Text.Json.Nodes;

namespace Rectify.Cli.Tests.Commands;

/// <summary>--json: one object on standard output, with every key that is promised; scripts rely on them.</summary>
public sealed class JsonTests
{
    private static readonly string[] Verdicts = ["alive", "rarely_active", "silent", "saturated", "always_on"];
    private static readonly string[] Sizes =
        ["pre_activation_variance", "mean_square", "theory_mean_square", "gradient_mean_square", "theory_gradient_mean_square"];
    private static readonly string[] Finding =
        ["rule", "severity", "layer", "epoch", "step", "unit_count", "units_total", "message", "advice", "options"];

    [Fact]
    public void Train_says_all_that_is_promised()
    {
        using Workplace here = new();
        JsonObject json = here.TrainMoons("--json", "--epochs", "5").Succeeds().Json;
        Assert.Equal("classification", (string?)json["task"]);
        foreach (string count in (string[])["parameters", "epochs", "best_epoch"]) { AssertCount(json[count]); }
        Assert.True((double)json["seconds"]! > 0);
        Assert.True(File.Exists(here.PathOf((string)json["model"]!)));
        Assert.True(Directory.Exists(here.PathOf((string)json["run"]!)));
        foreach (string group in (string[])["metrics", "baseline"])
        {
            foreach (string part in (string[])["train", "validation", "test"])
            {
                Assert.True((double)json[group]![part]!["loss"]! > 0);
                AssertShare(json[group]![part]!["accuracy"]);
                AssertShare(json[group]![part]!["balanced_accuracy"]);
            }
        }
        AssertHealth(json["health"]!.AsObject());
    }

    [Fact]
    public void Regression_is_judged_by_rmse_mae_and_r2()
    {
        using Workplace here = new();
        here.Write("houses.csv", Tables.Houses());
        JsonObject json = here.Run("train", "houses.csv", "--target", "price", "--epochs", "3", "--out", "run", "--json").Succeeds().Json;
        AssertNumbers(json["metrics"]!["test"]!);
        JsonObject evaluated = here.Run("evaluate", "run", "houses.csv", "--json").Succeeds().Json;
        AssertNumbers(evaluated["metrics"]!);
        Assert.False(evaluated.ContainsKey("confusion"));
    }

    [Fact]
    public void Inspect_says_all_that_is_promised()
    {
        using Workplace here = new();
        here.Write("flowers.csv", Tables.Flowers());
        JsonObject json = here.Run("inspect", "flowers.csv", "--target", "size", "--json").Succeeds().Json;
        Assert.Equal(60, (int)json["rows"]!);
        IEnumerable<string> columns = json["columns"]!.AsArray().Select(c => $"{c!["name"]} {c["type"]} {c["use"]}");
        Assert.Equal(["height number input", "colour category input", "size category target"], columns);
        foreach (JsonNode? column in json["columns"]!.AsArray())
        {
            AssertCount(column!["missing"]);
            AssertCount(column["distinct"]);
        }
        JsonNode forecast = json["forecast"]!;
        AssertCount(forecast["silent"]);
        AssertNumber(forecast["gradient_ratio"]);
        foreach (string share in (string[])["probability", "low", "high"]) { AssertShare(forecast["born_dead"]![share]); }
        foreach (string count in (string[])["starts", "rows"]) { AssertCount(forecast["born_dead"]![count]); }
        Assert.False((bool)forecast["born_dead"]!["this_start"]!);
        Assert.Equal(2, forecast["layers"]!.AsArray().Count);
        foreach (JsonNode? layer in forecast["layers"]!.AsArray())
        {
            AssertShare(layer!["silent_share"]);
            foreach (string name in Sizes) { AssertNumber(layer[name]); }
        }
        Assert.All(json["findings"]!.AsArray(), finding => Assert.Equal(Finding, finding!.AsObject().Select(f => f.Key)));

        JsonObject without = here.Run("inspect", "flowers.csv", "--json").Succeeds().Json;
        Assert.Null(without["forecast"]);
        Assert.Empty(without["findings"]!.AsArray());
    }

    [Fact]
    public void Evaluate_and_diagnose_say_all_that_is_promised()
    {
        using Workplace here = new();
        here.TrainMoons().Succeeds();
        JsonObject json = here.Run("evaluate", "run", "moons", "--json").Succeeds().Json;
        Assert.Equal(1000, (int)json["rows"]!);
        Assert.Equal(["0", "1"], json["confusion"]!["labels"]!.AsArray().Select(l => (string?)l));
        Assert.Equal(1000, json["confusion"]!["counts"]!.AsArray().SelectMany(row => row!.AsArray()).Sum(n => (int)n!));
        AssertShare(json["metrics"]!["accuracy"]);
        AssertHealth(here.Run("diagnose", "run", "--json").Succeeds().Json);
    }

    [Fact]
    public void Divergence_prints_the_whole_object_and_its_loss_as_null()
    {
        using Workplace here = new();
        Ended train = here.TrainMoons("--lr", "1e30", "--optimizer", "sgd", "--json").EndsWith(ExitCode.Diverged);
        Assert.True(train.Json.ContainsKey("loss"));
        Assert.Null(train.Json["loss"]);
        Assert.Contains((string?)train.Json["loss_status"], (string[])["nan", "infinity"]);
        Assert.Equal("error", (string?)train.Json["health"]!["verdict"]);
        Assert.Equal("diverged", (string?)train.Json["health"]!["findings"]![0]!["rule"]);
        here.Run("evaluate", "run", "moons").Succeeds();
    }

    [Fact]
    public void A_failure_prints_its_sentence_and_its_code()
    {
        using Workplace here = new();
        foreach ((int exit, string[] arguments) in new (int, string[])[]
        {
            (ExitCode.Usage, ["train", "moons", "--json", "--epoch", "3"]),
            (ExitCode.Usage, ["nonsense", "--json"]),
            (ExitCode.Usage, ["predict", "a", "b", "--json"]),
            (ExitCode.Data, ["evaluate", "none.safetensors", "moons", "--json"]),
        })
        {
            Ended failed = here.Run(arguments);
            Assert.Equal(failed.Refuses(exit), (string?)failed.Json["error"]);
            Assert.Equal(exit, (int)failed.Json["exit"]!);
        }
    }

    [Fact]
    public void What_looks_like_an_option_but_is_a_value_is_a_value()
    {
        using Workplace here = new();
        here.Write("quiet.csv", ["quiet,b", .. Enumerable.Range(0, 30).Select(i => $"{i % 2},{i % 2 + i}")]);
        Assert.Contains("1/1", here.Run("train", "quiet.csv", "--target", "quiet", "--epochs", "1").Succeeds().Error);
    }

    private static void AssertHealth(JsonObject health)
    {
        Assert.Contains((string?)health["verdict"], (string[])["ok", "warning", "error"]);
        Assert.Equal(2, health["layers"]!.AsArray().Count);
        foreach (JsonNode? layer in health["layers"]!.AsArray())
        {
            Assert.Equal("relu", (string?)layer!["activation"]);
            int units = AssertCount(layer["units"]);
            AssertCount(layer["rows"]);
            AssertCount(layer["dead_rows"]);
            AssertShare(layer["zeros"]);
            Assert.Equal(units, Verdicts.Sum(verdict => AssertCount(layer[verdict])));
        }
        Assert.All(health["findings"]!.AsArray(), finding => Assert.Equal(Finding, finding!.AsObject().Select(f => f.Key)));
    }

    private static void AssertNumbers(JsonNode score)
    {
        foreach (string name in (string[])["loss", "rmse", "mae", "r2"]) { Assert.True(double.IsFinite((double)score[name]!)); }
    }

    private static void AssertNumber(JsonNode? node) => Assert.True(double.IsFinite((double)node!));

    private static int AssertCount(JsonNode? node)
    {
        Assert.Equal(JsonValueKind.Number, node!.GetValueKind());
        Assert.Matches("^[0-9]+$", node.ToJsonString());
        return (int)node;
    }

    private static void AssertShare(JsonNode? node) => Assert.InRange((double)node!, 0, 1);
}
