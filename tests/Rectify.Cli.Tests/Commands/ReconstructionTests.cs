using System.Text.Json.Nodes;

namespace Rectify.Cli.Tests.Commands;

/// <summary>--task reconstruction: a network that gives back what it is given.</summary>
public sealed class ReconstructionTests
{
    private static readonly string[] Options = ["--task", "reconstruction", "--hidden", "16,6,12", "--epochs", "2", "--out", "run"];

    [Fact]
    public void Images_are_drawn_beside_their_reconstructions()
    {
        using Workplace here = new();
        JsonObject json = here.Run(["train", Pictures.Bars(here), "--json", .. Options]).Succeeds().Json;
        AssertNumbers(json["metrics"]!["test"]!);
        string picture = (string)json["reconstructions"]!;
        Assert.Equal("run/reconstructions.png", picture.Replace('\\', '/'));
        byte[] before = here.Bytes(picture);

        // Four images of the test above their reconstructions, with two pixels between any two: width and height in a PNG's header.
        Assert.Equal([0, 0, 0, 38, 0, 0, 0, 18], before[16..24]);
        here.Run(["train", "bars", "--overwrite", .. Options, "--seed", "7"]).Succeeds();
        Assert.NotEqual(before, here.Bytes(picture));
    }

    [Fact]
    public void The_zeros_of_each_layer_are_told_and_the_code_is_marked()
    {
        using Workplace here = new();
        Ended train = here.Run(["train", Pictures.Bars(here), .. Options]).Succeeds();
        Assert.Matches(@"zeros   relu1 [\d.]+ % · relu2 [\d.]+ % \(the code\) · relu3 [\d.]+ %\r?\n", train.Output);
        Assert.Contains("model.safetensors · report.html · reconstructions.png", train.Output);
        Assert.Contains("reconstruction of 64 inputs", train.Output);
    }

    [Fact]
    public void A_run_that_draws_nothing_leaves_no_picture_of_the_one_before()
    {
        using Workplace here = new();
        here.Run(["train", Pictures.Bars(here), .. Options]).Succeeds();
        Assert.Contains("run/reconstructions.png", here.Entries);
        Ended train = here.Run("train", "bars", "--epochs", "1", "--out", "run", "--overwrite", "--json").Succeeds();
        Assert.False(train.Json.ContainsKey("reconstructions"));
        Assert.DoesNotContain("run/reconstructions.png", here.Entries);
    }

    [Fact]
    public void A_table_is_reconstructed_and_its_odd_rows_found()
    {
        using Workplace here = new();
        here.Write("houses.csv", Tables.Houses(300));
        string[] options = ["--task", "reconstruction", "--hidden", "16,2,16", "--lr", "0.01", "--out", "run"];
        JsonObject json = here.Run(["train", "houses.csv", "--json", .. options]).Succeeds().Json;
        AssertNumbers(json["metrics"]!["test"]!);
        Assert.InRange((double)json["metrics"]!["test"]!["r2"]!, 0.9, 1);
        Assert.False(json.ContainsKey("reconstructions"));

        // 3 · 60 + 10 · 3 is 210.
        here.Write("new.csv", "area,rooms,price", "60,3,210", "60,3,90");
        string[] lines = here.Run("predict", "run", "new.csv").Succeeds().Output.Split('\n', StringSplitOptions.TrimEntries);
        Assert.Equal("prediction", lines[0]);
        Assert.True(10 * Number(lines[1]) < Number(lines[2]), $"{lines[1]} and {lines[2]}");
    }

    private static void AssertNumbers(JsonNode metrics)
        => Assert.All(["loss", "rmse", "mae", "r2"], name => Assert.True(double.IsFinite((double)metrics[name]!)));

    private static double Number(string text) => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
