using System.Text.Json.Nodes;

namespace Rectify.Cli.Tests.Commands;

public sealed class ReportTests
{
    private static readonly Dictionary<string, string> Chinese = new() { ["LC_ALL"] = "zh_CN.UTF-8" };

    [Fact]
    public void Training_leaves_a_report_and_names_it()
    {
        using Workplace here = new();
        Ended train = here.TrainMoons("--epochs", "4").Succeeds();
        Assert.Contains("model.safetensors · report.html", train.Output);
        string page = Text(here, "run/report.html");
        Assert.StartsWith("<!doctype html>", page);
        Assert.Contains("rectify train moons --epochs 4 --seed 42", page);

        // Written anew it is the same page.
        here.Run("report", "run").Succeeds();
        Assert.Equal(page, Text(here, "run/report.html"));
    }

    [Fact]
    public void The_command_of_a_report_repeats_the_run()
    {
        using Workplace here = new();
        here.Write("my flowers.csv", Tables.Flowers());
        string[] options = ["--target", "size", "--ignore", "colour", "--batch-norm", "--epochs", "2", "--out", "run"];
        here.Run(["train", "my flowers.csv", .. options]).Succeeds();
        string page = System.Net.WebUtility.HtmlDecode(Text(here, "run/report.html"));
        string command = page[page.IndexOf("rectify train '", StringComparison.Ordinal)..];
        command = command[..command.IndexOf("</code>", StringComparison.Ordinal)];
        Assert.Contains("--ignore colour", command);
        Assert.Contains("--batch-norm", command);

        string[] words = [.. command.Split('\'')[2].Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        here.Run(["train", "my flowers.csv", .. words, "--out", "again"]).Succeeds();
        Assert.Equal(here.Bytes("run/model.safetensors"), here.Bytes("again/model.safetensors"));
    }

    [Fact]
    public void A_run_that_diverged_has_a_report_and_one_that_goes_on_keeps_what_was_recorded()
    {
        using Workplace here = new();
        here.Write("houses.csv", Tables.Houses());
        string[] train = ["train", "houses.csv", "--target", "price", "--optimizer", "sgd", "--out", "run"];
        here.Run([.. train, "--lr", "1e6"]).EndsWith(ExitCode.Diverged);
        Assert.Contains("Diverged in epoch 1", Text(here, "run/report.html"));

        here.Run("train", "--resume", "run", "--lr", "0.001", "--epochs", "3").Succeeds();
        Assert.Equal([0, 1, 2], PortraitsOf(here));
        here.Run("train", "--resume", "run", "--epochs", "4").Succeeds();
        Assert.Equal([0, 1, 2, 4], PortraitsOf(here));
        Assert.DoesNotContain("Diverged in epoch 1", Text(here, "run/report.html"));
    }

    [Fact]
    public void A_report_that_cannot_be_written_makes_no_training_fail()
    {
        using Workplace here = new();
        here.TrainMoons().Succeeds();
        File.Delete(here.PathOf("run/report.html"));
        Directory.CreateDirectory(here.PathOf("run/report.html"));
        Ended again = here.Run("train", "--resume", "run").Succeeds();
        Assert.Contains("no report.html was written", again.Error);
        Assert.DoesNotContain("report.html", again.Output);
    }

    [Fact]
    public void One_figure_and_several_runs_are_files_where_they_are_wanted()
    {
        using Workplace here = new();
        here.TrainMoons("--epochs", "2").Succeeds();
        here.Run("report", "run", "--figure", "loss").Succeeds();
        Assert.StartsWith("<svg", Text(here, "run/loss.svg"));
        JsonObject json = here.Run("report", "run", "run", "-o", "both.html", "--json").Succeeds().Json;
        Assert.Equal("both.html", (string?)json["report"]);
        Assert.Contains("2 runs side by side", Text(here, "both.html"));
    }

    [Fact]
    public void The_language_is_the_systems_unless_another_is_typed()
    {
        using Workplace here = new();
        here.TrainMoons().Succeeds();
        here.Run(["report", "run", "-o", "zh.html"], Chinese).Succeeds();
        Assert.Contains("<html lang=\"zh\">", Text(here, "zh.html"));
        here.Run(["report", "run", "-o", "en.html", "--lang", "en"], Chinese).Succeeds();
        Assert.Contains("<html lang=\"en\">", Text(here, "en.html"));
    }

    [Fact]
    public void What_is_wrong_is_refused_in_a_sentence()
    {
        using Workplace here = new();
        here.Write("folder/a.txt", "no run"u8.ToArray());
        here.TrainMoons().Succeeds();
        Assert.Contains("is not the folder of a run", here.Run("report", "folder").Refuses(ExitCode.Data));
        Assert.Contains("is not the folder of a run", here.Run("report", "absent").Refuses(ExitCode.Data));
        Assert.Contains("no figure residuals", here.Run("report", "run", "--figure", "residuals").Refuses(ExitCode.Data));
        Assert.Contains("is a folder", here.Run("report", "run", "-o", "folder").Refuses(ExitCode.Data));
        Assert.Contains("--figure", here.Run("report", "run", "--figure", "lost").Refuses(ExitCode.Usage));
        Assert.Contains("--lang", here.Run("report", "run", "--lang", "fr").Refuses(ExitCode.Usage));
        Assert.Contains("--figure", here.Run("report", "run", "--format", "svg").Refuses(ExitCode.Usage));
        Assert.Contains("<run>", here.Run("report").Refuses(ExitCode.Usage));
    }

    private static string Text(Workplace here, string name) => File.ReadAllText(here.PathOf(name));

    private static IEnumerable<int> PortraitsOf(Workplace here) => File.ReadLines(here.PathOf("run/events.jsonl"))
        .Select(line => JsonNode.Parse(line)!).Where(e => (string?)e["event"] == "portrait").Select(e => (int)e["epoch"]!);
}
