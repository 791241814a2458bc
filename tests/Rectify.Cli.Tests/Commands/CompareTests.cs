using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Rectify.Cli.Tests.Commands;

public sealed class CompareTests
{
    private static readonly string[] Small = ["--hidden", "6", "--epochs", "3", "--seeds", "3"];

    [Fact]
    public void It_compares_by_the_contract()
    {
        using Workplace here = new();
        Ended compare = here.Run(["compare", "moons", "--activation", "relu", "--activation", "gelu", "--json", .. Small]).Succeeds();
        JsonObject json = compare.Json;
        Assert.NotEmpty((string)json["verdict"]!);
        JsonArray variants = json["variants"]!.AsArray();
        Assert.Equal(["relu", "gelu"], variants.Select(v => (string)v!["name"]!));
        Assert.Equal("gelu", (string)variants[1]!["options"]!["activation"]!);
        Assert.Null(variants[0]!["difference"]);
        Assert.All(variants, variant =>
        {
            double[] scores = [.. variant!["scores"]!.AsArray().Select(score => (double)score!)];
            Assert.Equal(3, scores.Length);
            Assert.Equal(scores.Average(), (double)variant["mean"]!, tolerance: 1e-12);
            Assert.InRange((double)variant["mean"]!, (double)variant["low"]!, (double)variant["high"]!);
            Assert.All(["silent", "zeros"], share => Assert.InRange((double)variant[share]!, 0, 1));
            Assert.True((double)variant["seconds_per_epoch"]! > 0);
        });
        JsonNode difference = variants[1]!["difference"]!;
        Assert.InRange((double)difference["mean"]!, (double)difference["low"]!, (double)difference["high"]!);
        Assert.Equal(json.ToJsonString(), JsonNode.Parse(here.Bytes("comparisons/0001-moons/result.json"))!.ToJsonString());

        // The command of a variant makes its first run again.
        string[] command = [.. ((string)variants[1]!["command"]!).Split(' ').Skip(1)];
        here.Run([.. command, "--out", "run"]).Succeeds();
        Assert.Equal(here.Bytes("run/model.safetensors"), here.Bytes("comparisons/0001-moons/models/2-seed42-lr0.001.safetensors"));
    }

    [Fact]
    public void A_page_about_it_is_written_and_can_be_written_anew()
    {
        using Workplace here = new();
        here.Run(["compare", "moons", "--bias", "0", "--bias", "0.1", .. Small]).Succeeds();
        string page = File.ReadAllText(here.PathOf("comparisons/0001-moons/comparison.html"));
        Assert.Contains("rectify compare moons", page);
        here.Run("report", "comparisons/0001-moons", "-o", "again.html").Succeeds();
        Assert.Equal(page, File.ReadAllText(here.PathOf("again.html")));
        here.Run("report", "comparisons/0001-moons", "--lang", "zh", "-o", "zh.html").Succeeds();
        Assert.Contains("lang=\"zh\"", File.ReadAllText(here.PathOf("zh.html")));
        Assert.Contains("is a comparison", here.Run("report", "comparisons/0001-moons", "--figure", "loss").Refuses(ExitCode.Usage));
        here.Write("comparisons/0001-moons/result.json", ["{}"]);
        Assert.Contains("was altered", here.Run("report", "comparisons/0001-moons").Refuses(ExitCode.Data));
    }

    [Fact]
    public void Options_cross_and_learning_rates_are_chosen_from()
    {
        using Workplace here = new();
        Ended compare = here.Run([
            "compare", "moons", "--activation", "relu", "--activation", "tanh", "--bias", "0", "--bias", "0.1", "--lr", "1e-9", "--lr",
            "0.01", "--json", .. Small]).Succeeds();
        JsonArray variants = compare.Json["variants"]!.AsArray();
        Assert.Equal(["relu, bias=0", "relu, bias=0.1", "tanh, bias=0", "tanh, bias=0.1"], variants.Select(v => (string)v!["name"]!));
        Assert.All(variants, variant => Assert.Equal(0.01f, (float)variant!["lr"]!));
        Assert.Contains("24/24", compare.Error);
    }

    [Fact]
    public void Where_only_learning_rates_differ_they_are_compared()
    {
        using Workplace here = new();
        Ended compare = here.Run(["compare", "moons", "--lr", "1e-9", "--lr", "0.01", "--json", .. Small]).Succeeds();
        Assert.Equal(["lr=1e-9", "lr=0.01"], compare.Json["variants"]!.AsArray().Select(v => (string)v!["name"]!));
    }

    [Fact]
    public void Numbers_are_compared_by_their_error()
    {
        using Workplace here = new();
        here.Write("houses.csv", Tables.Houses());
        string[] scales = ["--scale", "standard", "--scale", "none"];
        Ended compare = here.Run(["compare", "houses.csv", "--target", "price", .. scales, .. Small]).Succeeds();
        Assert.Contains("test rmse", compare.Output);
        Assert.Contains("scale=none", compare.Output);
        Assert.Contains("Student's t", compare.Output);
    }

    [Fact]
    public void It_is_stopped_and_goes_on_to_the_same_result()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows sends Ctrl+C to a whole console.");
        using Workplace here = new();
        string[] asked = ["compare", "moons", "--activation", "relu", "--activation", "gelu", "--epochs", "40", "--seeds", "20"];
        JsonObject whole = here.Run([.. asked, "--out", "whole", "--json"]).Succeeds().Json;

        using Process process = here.Start([.. asked, "--threads", "1", "--out", "part"]);
        while (process.StandardError.ReadLine() is { } line && !line.Contains("/40", StringComparison.Ordinal)) { }
        Process.Start("kill", ["-INT", $"{process.Id}"]).WaitForExit();
        Ended stopped = Workplace.WaitFor(process);
        Assert.SkipWhen(stopped.ExitCode == ExitCode.Success, "The machine was faster than the hand.");
        Assert.Equal(ExitCode.Cancelled, stopped.ExitCode);

        Assert.Contains("--seeds cannot change", here.Run("compare", "--resume", "part", "--seeds", "5").Refuses(ExitCode.Usage));
        Assert.Contains("--bias cannot change", here.Run("compare", "--resume", "part", "--bias", "1").Refuses(ExitCode.Usage));
        Ended resumed = here.Run("compare", "--resume", "part", "--threads", "2", "--json").Succeeds();
        Assert.Equal(Comparable(whole), Comparable(resumed.Json));
    }

    [Theory]
    [InlineData("something to compare", "compare", "moons")]
    [InlineData("something to compare", "compare", "moons", "--activation", "relu")]
    [InlineData("--activation relu was given twice", "compare", "moons", "--activation", "relu", "--activation", "relu")]
    [InlineData("--seed was given 2 times", "compare", "moons", "--bias", "0", "--bias", "1", "--seed", "1", "--seed", "2")]
    [InlineData("--seeds takes a whole number", "compare", "moons", "--bias", "0", "--bias", "1", "--seeds", "1")]
    [InlineData("validation rows", "compare", "moons", "--bias", "0", "--bias", "1", "--lr", "1", "--lr", "2", "--validation", "0")]
    [InlineData("rulu", "compare", "moons", "--activation", "relu", "--activation", "rulu")]
    [InlineData("one argument too many", "compare", "moons", "--resume", "gone")]
    public void What_cannot_be_compared_is_refused(string sentence, params string[] arguments)
    {
        using Workplace here = new();
        Assert.Contains(sentence, here.Run(arguments).Refuses(ExitCode.Usage));
        Assert.Empty(here.Entries);
    }

    [Fact]
    public void A_table_needs_its_target_and_a_folder_has_to_be_a_comparison()
    {
        using Workplace here = new();
        here.Write("houses.csv", Tables.Houses());
        Assert.Contains("compare needs --target", here.Run("compare", "houses.csv", "--bias", "0", "--bias", "1").Refuses(ExitCode.Usage));
        Assert.Contains("no compare.json", here.Run("compare", "--resume", "gone").Refuses(ExitCode.Data));
        Directory.CreateDirectory(here.PathOf("c"));
        here.Write("c/compare.json", ["{\"options\": {\"speed\": 3}}"]);
        Assert.Contains("was altered", here.Run("compare", "--resume", "c").Refuses(ExitCode.Data));
        Assert.Contains("is not empty", here.Run("compare", "moons", "--bias", "0", "--bias", "1", "--out", "c").Refuses(ExitCode.Data));
    }

    // All but the times and the place.
    private static string Comparable(JsonObject json)
    {
        JsonObject copy = json.DeepClone().AsObject();
        copy.Remove("comparison");
        foreach (JsonNode? variant in copy["variants"]!.AsArray()) { variant!.AsObject().Remove("seconds_per_epoch"); }
        return copy.ToJsonString();
    }
}
