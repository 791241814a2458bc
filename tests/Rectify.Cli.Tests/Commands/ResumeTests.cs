using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Rectify.Cli.Tests.Commands;

/// <summary>A run that was killed, stopped or given too little time goes on, and ends as if nothing had been.</summary>
public sealed class ResumeTests
{
    // Long enough to be stopped somewhere.
    private static readonly string[] Run =
    [
        "train", "spirals", "--hidden", "96,96", "--dropout", "0.2", "--batch-norm", "--optimizer", "adamw", "--schedule", "cosine",
        "--epochs", "60", "--patience", "0", "--seed", "7",
    ];

    [Fact]
    public void A_run_that_is_killed_again_and_again_ends_with_the_model_it_would_have_had()
    {
        using Workplace here = new();
        here.Run([.. Run, "--out", "whole"]).Succeeds();
        Random random = new(1);
        int kills = 0;
        for (; kills < 10; kills++)
        {
            using Process process = here.Start(
                kills > 0 ? ["train", "--resume", "killed"] : [.. Run, "--checkpoint-every", "1", "--out", "killed"]);
            if (!WritesCheckpoint(here, process)) { break; }

            // Writing a checkpoint takes longer than a step does, so that most kills fall into it.
            Thread.Sleep(random.Next(100));
            process.Kill();
            Workplace.WaitFor(process);
        }
        here.Run("train", "--resume", "killed").Succeeds();

        Assert.InRange(kills, 3, 10);
        Assert.Equal(here.Bytes("whole/model.safetensors"), here.Bytes("killed/model.safetensors"));
        Assert.Equal(Told(here, "whole"), Told(here, "killed"));
        Assert.Equal(Findings(here, "whole"), Findings(here, "killed"));
        Assert.DoesNotContain("killed/lock", here.Entries);
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    [InlineData("HUP")]
    public void Ctrl_C_a_signal_and_a_closed_terminal_save_the_best_and_what_goes_on_ends_the_same(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such signals.");
        using Workplace here = new();
        here.Run([.. Run, "--out", "whole"]).Succeeds();
        using Process process = here.Start([.. Run, "--out", "stopped"]);
        while (process.StandardError.ReadLine() is { } line && !line.Contains("best", StringComparison.Ordinal)) { }
        Process.Start("kill", [$"-{signal}", $"{process.Id}"]).WaitForExit();
        Ended stopped = Workplace.WaitFor(process);
        Assert.SkipWhen(stopped.ExitCode == ExitCode.Success, "The machine was faster than the hand.");

        Assert.Contains("rectify train --resume stopped goes on", stopped.EndsWith(ExitCode.Cancelled).Output);
        here.Run("predict", "stopped", "spirals").Succeeds();
        Assert.Contains("resume  stopped from epoch ", here.Run("train", "--resume", "stopped").Succeeds().Output);
        Assert.Equal(here.Bytes("whole/model.safetensors"), here.Bytes("stopped/model.safetensors"));
    }

    [Fact]
    public void Time_that_was_given_is_kept_and_more_can_be_given()
    {
        using Workplace here = new();
        here.Run([.. Run, "--out", "whole"]).Succeeds();
        JsonObject first = here.Run([.. Run, "--out", "short", "--max-time", "0.05s", "--json"]).Succeeds().Json;

        Assert.Equal("time-up", (string)first["stopped"]!);
        Assert.Equal("rectify train --resume short", (string)first["resume"]!);
        Assert.InRange((double)first["seconds"]!, 0, 2);
        here.Run("train", "--resume", "short", "--max-time", "10m").Succeeds();
        Assert.Equal(here.Bytes("whole/model.safetensors"), here.Bytes("short/model.safetensors"));
    }

    [Fact]
    public void More_epochs_and_other_threads_may_be_asked_for_and_the_plan_says_so()
    {
        using Workplace here = new();
        string[] moons = ["train", "moons", "--hidden", "8", "--patience", "0"];
        here.Run([.. moons, "--epochs", "6", "--out", "whole"]).Succeeds();
        here.Run([.. moons, "--epochs", "4", "--out", "run"]).Succeeds();
        here.Run("train", "--resume", "run", "--epochs", "6", "--threads", "1").Succeeds();

        Assert.Equal(here.Bytes("whole/model.safetensors"), here.Bytes("run/model.safetensors"));
        JsonNode plan = JsonNode.Parse(here.Bytes("run/run.json"))!;
        Assert.Equal("6", (string)plan["options"]!["epochs"]!);
        Assert.Equal(
            """[{"epoch":4,"step":88,"options":{"epochs":"6","threads":"1"}}]""", plan["resumed"]!.ToJsonString());
        here.Run("train", "--config", "run/run.json", "--out", "repeated").Succeeds();
        Assert.Equal(here.Bytes("whole/model.safetensors"), here.Bytes("repeated/model.safetensors"));
    }

    [Fact]
    public void A_run_that_is_done_may_be_resumed_and_stays_as_it_is()
    {
        using Workplace here = new();
        here.TrainMoons().Succeeds();
        byte[] model = here.Bytes("run/model.safetensors"), plan = here.Bytes("run/run.json");
        here.Run("train", "--resume", "run").Succeeds();

        Assert.Equal(model, here.Bytes("run/model.safetensors"));
        Assert.Equal(plan, here.Bytes("run/run.json"));
    }

    [Fact]
    public void A_run_that_diverged_goes_on_from_its_best_epoch_with_another_learning_rate()
    {
        using Workplace here = new();
        here.Write("houses.csv", Tables.Houses());
        Ended diverged = here.Run(
            "train", "houses.csv", "--target", "price", "--optimizer", "sgd", "--lr", "1e6", "--out", "run", "--json")
            .EndsWith(ExitCode.Diverged);

        Assert.Equal("rectify train --resume run --lr 0.001", (string)diverged.Json["resume"]!);
        JsonObject rest = here.Run("train", "--resume", "run", "--lr", "0.001", "--json").Succeeds().Json;
        Assert.True((double)rest["metrics"]!["train"]!["r2"]! > 0.3);
        IEnumerable<string> events = Events(here, "run").Select(e => (string)e["event"]!).Where(e => e is not ("start" or "portrait"));
        Assert.Equal(["started", "diverged", "ended", "resumed"], events.Take(4));
        Assert.Single(Events(here, "run"), e => (string)e["event"]! == "start");
    }

    [Theory]
    [InlineData("--batch-size cannot change when a run goes on: only --epochs, --max-time, --threads, --max-memory", "--batch-size", "8")]
    [InlineData("--config cannot change", "--config", "run/run.json")]
    [InlineData("--lr can change only after a run diverged, and run has not", "--lr", "0.1")]
    [InlineData("'moons' is one argument too many: train --resume takes its data from the run.", "moons")]
    [InlineData("--epochs takes a whole number of 0 or more, but was given 'many'.", "--epochs", "many")]
    public void What_may_not_change_is_refused(string sentence, params string[] arguments)
    {
        using Workplace here = new();
        here.TrainMoons().Succeeds();
        byte[] model = here.Bytes("run/model.safetensors");

        Assert.StartsWith(sentence, here.Run(["train", "--resume", "run", .. arguments]).Refuses(ExitCode.Usage));
        Assert.Equal(model, here.Bytes("run/model.safetensors"));
        Assert.DoesNotContain("run/lock", here.Entries);
    }

    [Fact]
    public void What_cannot_go_on_says_why()
    {
        using Workplace here = new();
        Directory.CreateDirectory(here.PathOf("empty"));
        Assert.Contains("not the folder of a run", here.Run("train", "--resume", "empty").Refuses(ExitCode.Data));
        Assert.Contains("not the folder of a run", here.Run("train", "--resume", "missing").Refuses(ExitCode.Data));
        Assert.Equal(["empty"], here.Entries);

        here.Write("flowers.csv", Tables.Flowers());
        here.Run("train", "flowers.csv", "--target", "size", "--epochs", "2", "--out", "run").Succeeds();
        here.Write("flowers.csv", Tables.Flowers(70));
        Assert.Contains("data are no longer those", here.Run("train", "--resume", "run", "--epochs", "3").Refuses(ExitCode.Data));

        byte[] state = here.Bytes("run/checkpoint/state.safetensors");
        here.Write("run/checkpoint/state.safetensors", state[..^100]);
        Assert.Contains("state.safetensors is cut off", here.Run("train", "--resume", "run").Refuses(ExitCode.Data));
    }

    // Waits until it has; false where it ended before.
    private static bool WritesCheckpoint(Workplace here, Process process)
    {
        string path = here.PathOf("killed/checkpoint/state.safetensors");
        DateTime before = File.GetLastWriteTimeUtc(path);
        while (File.GetLastWriteTimeUtc(path) == before)
        {
            if (process.WaitForExit(1)) { return false; }
        }
        return true;
    }

    private static IEnumerable<JsonNode> Events(Workplace here, string run)
        => File.ReadLines(here.PathOf($"{run}/events.jsonl")).Select(line => JsonNode.Parse(line)!);

    // Every epoch once, with all its numbers but the time.
    private static IEnumerable<string> Told(Workplace here, string run)
        => Events(here, run).Where(e => (string)e["event"]! == "epoch").Select(e =>
        {
            e.AsObject().Remove("seconds");
            return e.ToJsonString();
        });

    private static string Findings(Workplace here, string run)
        => JsonNode.Parse(here.Bytes($"{run}/result.json"))!["health"]!.ToJsonString();
}
