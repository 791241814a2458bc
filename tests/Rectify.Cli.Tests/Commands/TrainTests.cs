using System.IO.Compression;
using System.Text;

namespace Rectify.Cli.Tests.Commands;

public sealed class TrainTests
{
    private static readonly string[] Files =
    [
        "checkpoint", "checkpoint/state.safetensors", "details.json", "events.jsonl", "model.safetensors", "report.html", "result.json",
        "run.json",
    ];

    [Fact]
    public void Classes_are_learned_from_a_table_and_the_run_is_kept()
    {
        using Workplace here = new();
        Ended train = here.Run("train", here.Write("flowers.csv", Tables.Flowers(200)), "--target", "size", "--epochs", "40").Succeeds();
        Assert.Contains("data    200 rows · 2 columns (1 number, 1 category)", train.Output);
        Assert.Contains("classification of size: 2 classes", train.Output);
        Assert.Contains("wrote   runs/0001-flowers/", train.Output);
        Assert.Equal(
            ["flowers.csv", "runs", "runs/0001-flowers", .. InRun("runs/0001-flowers")],
            here.Entries);
    }

    [Fact]
    public void Numbers_are_learned_from_a_table()
    {
        using Workplace here = new();
        Ended train = here.Run("train", here.Write("houses.csv", Tables.Houses(300)), "--target", "price", "--json").Succeeds();
        Assert.Equal("regression", (string?)train.Json["task"]);
        Assert.True((double)train.Json["metrics"]!["test"]!["r2"]! > 0.9);
    }

    [Fact]
    public void Runs_are_numbered()
    {
        using Workplace here = new();
        here.Run("train", "moons", "--epochs", "1").Succeeds();
        here.Run("train", "circles", "--epochs", "1").Succeeds();
        Assert.Equal(["runs/0001-moons", "runs/0002-circles"], here.Entries.Where(e => e.Count(c => c == '/') == 1));
    }

    [Fact]
    public void Out_is_the_run_folder_and_a_run_in_it_is_replaced_only_when_asked()
    {
        using Workplace here = new();
        here.TrainMoons().Succeeds();
        byte[] first = here.Bytes("run/model.safetensors");
        Assert.Contains("--overwrite", here.TrainMoons("--seed", "2").Refuses(ExitCode.Data));
        Assert.Equal(first, here.Bytes("run/model.safetensors"));

        here.TrainMoons("--seed", "2", "--overwrite").Succeeds();
        Assert.NotEqual(first, here.Bytes("run/model.safetensors"));
        Assert.Equal(["run", .. InRun("run")], here.Entries);
    }

    [Fact]
    public void A_dry_run_says_what_would_be_trained_and_writes_nothing()
    {
        using Workplace here = new();
        Ended dry = here.Run("train", "moons", "--dry-run").Succeeds();
        Assert.Contains("model   2→64→64→2 · relu · he-normal · 4,482 parameters", dry.Output);
        Assert.Empty(here.Entries);
        Assert.Equal(4482, (int)here.Run("train", "moons", "--dry-run", "--json").Succeeds().Json["parameters"]!);
    }

    [Theory]
    [InlineData("5,5,5,5,5,5,5,5,5,5,5,5,5,5,5,5", "0", "% of such starts are born dead (width 5, 16 layers; ")]
    [InlineData("16", "-30", "100 % of such starts are born dead (width 16, 1 layer; 100 % to 100 % at 95 %), this one too: ")]
    public void A_start_that_may_well_be_dead_is_warned_of(string hidden, string bias, string warning)
    {
        using Workplace here = new();
        Ended train = here.Run("train", "moons", "--hidden", hidden, "--bias", bias, "--dry-run").Succeeds();
        Assert.Contains(warning, train.Output);
        Assert.Contains("--activation leaky-relu.", train.Output);
    }

    [Fact]
    public void A_start_that_is_alive_needs_no_words()
    {
        using Workplace here = new();
        Assert.DoesNotContain("born dead", here.Run("train", "moons", "--dry-run").Succeeds().Output);
    }

    [Fact]
    public void A_packed_table_without_a_header_is_read_and_its_last_column_learned()
    {
        using Workplace here = new();
        byte[] text = Encoding.UTF8.GetBytes(string.Join('\n', Tables.Flowers().Skip(1)));
        using MemoryStream packed = new();
        using (GZipStream stream = new(packed, CompressionLevel.Fastest)) { stream.Write(text); }
        here.Write("flowers.csv.gz", packed.ToArray());
        Ended train = here.Run("train", "flowers.csv.gz", "--target", "last", "--epochs", "2").Succeeds();
        Assert.Contains("classification of 3: 2 classes", train.Output);
        Assert.Contains("60 rows", train.Output);
        Assert.Contains("runs/0001-flowers", train.Output);
    }

    [Fact]
    public void A_file_of_its_own_is_tested_on()
    {
        using Workplace here = new();
        here.Write("train.csv", Tables.Flowers(100));
        here.Write("test.csv", Tables.Flowers(33));
        Ended train = here.Run("train", "train.csv", "--target", "size", "--test", "test.csv", "--epochs", "2", "--json").Succeeds();
        Assert.Equal(33, (int)train.Json["metrics"]!["test"]!["rows"]!);
        Assert.Equal(85, (int)train.Json["metrics"]!["train"]!["rows"]!);
    }

    [Fact]
    public void A_class_of_two_rows_is_learned_with_a_warning()
    {
        using Workplace here = new();
        here.Write("rare.csv", [.. Tables.Flowers(), "1.0,red,giant", "1.1,red,giant"]);
        Ended train = here.Run("train", "rare.csv", "--target", "size", "--epochs", "2").Succeeds();
        Assert.Contains("3 classes", train.Output);
        Assert.Contains("giant", train.Error);
    }

    [Theory]
    [InlineData("iris.csv", "species", "classification")]
    [InlineData("penguins.csv", "species", "classification")]
    [InlineData("titanic.csv", "survived", "classification")]
    [InlineData("digits.csv.gz", "last", "classification")]
    [InlineData("mpg.csv", "mpg", "regression")]
    public void Real_tables_are_learned_better_than_always_saying_the_same(string name, string target, string task)
    {
        using Workplace here = new();
        Ended train = here.Run("train", SharedData.PathOf(name), "--target", target, "--epochs", "30", "--json").Succeeds();
        Assert.Equal(task, (string?)train.Json["task"]);
        double baseline = (double)train.Json["baseline"]!["test"]!["loss"]!;
        Assert.True((double)train.Json["metrics"]!["test"]!["loss"]! < 0.7 * baseline);
    }

    private static string[] InRun(string folder)
        => [.. Files.Select(file => $"{folder}/{file}")];
}
