using System.Diagnostics;

namespace Rectify.Cli.Tests.Commands;

/// <summary>Ctrl+C: exit 130, and the best so far is kept.</summary>
public sealed class InterruptTests
{
    [Fact]
    public void Training_keeps_its_best_model()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows sends Ctrl+C to a whole console.");
        using Workplace here = new();
        using Process process = here.Start(["train", "moons", "--epochs", "1000000", "--patience", "0", "--hidden", "8", "--out", "run"]);
        while (process.StandardError.ReadLine() is { } line && !line.Contains("best", StringComparison.Ordinal)) { }
        Interrupt(process);
        Ended train = Workplace.WaitFor(process).EndsWith(ExitCode.Cancelled);
        Assert.Contains("cancelled @", train.Output);
        string[] files =
        [
            "checkpoint", "checkpoint/state.safetensors", "details.json", "events.jsonl", "model.safetensors", "report.html",
            "result.json", "run.json",
        ];
        Assert.Equal(["run", .. files.Select(file => "run/" + file)], here.Entries);
        Assert.True((double)here.Run("evaluate", "run", "moons", "--json").Succeeds().Json["metrics"]!["accuracy"]! > 0.5);
    }

    [Theory]
    [InlineData("inspect", "many.csv")]
    [InlineData("train", "many.csv", "--target", "a")]
    public void Reading_is_left_behind_and_nothing_is_written(params string[] arguments)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows sends Ctrl+C to a whole console.");
        using Workplace here = new();
        here.Write("many.csv", ["a,b,c,d", .. Enumerable.Range(0, 1_000_000).Select(i => $"{i % 7},{i},x{i % 5},{i * 3}")]);
        using Process process = here.Start(arguments);
        Thread.Sleep(TimeSpan.FromSeconds(0.7));
        Stopwatch clock = Stopwatch.StartNew();
        Interrupt(process);
        Ended ended = Workplace.WaitFor(process);
        Assert.SkipWhen(ended.ExitCode == ExitCode.Success, "The machine was faster than the hand.");
        Assert.Equal(ExitCode.Cancelled, ended.ExitCode);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20));
        Assert.Equal(["many.csv"], here.Entries);
    }

    [Fact]
    public void Progress_elsewhere_than_on_a_terminal_is_at_most_ten_lines_a_second()
    {
        using Workplace here = new();
        Stopwatch clock = Stopwatch.StartNew();
        Ended train = here.Run("train", "moons", "--epochs", "1000", "--patience", "0", "--hidden", "4").Succeeds();
        Assert.InRange(train.Error.Split('\n').Count(line => line.Contains("/1000")), 2, 10 * clock.Elapsed.TotalSeconds + 2);
    }

    private static void Interrupt(Process process) => Process.Start("kill", ["-INT", $"{process.Id}"]).WaitForExit();
}
