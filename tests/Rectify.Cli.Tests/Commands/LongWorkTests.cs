using System.Diagnostics;

namespace Rectify.Cli.Tests.Commands;

/// <summary>What takes minutes ends soon after it is asked to, by Ctrl+C or by the system: with 130 and a sentence.</summary>
public sealed class LongWorkTests(LongWork work) : IClassFixture<LongWork>
{
    private const string Interrupt = "INT", Terminate = "TERM", Cancelled = "Cancelled.";

    // Far from the minutes of the whole, and far enough from the second it takes for a busy machine.
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(15);

    [Theory]
    [InlineData(Interrupt, "evaluate", LongWork.Model, LongWork.Rows)]
    [InlineData(Terminate, "evaluate", LongWork.Model, LongWork.Rows, "--json")]
    [InlineData(Interrupt, "diagnose", LongWork.Model, LongWork.Rows)]
    [InlineData(Terminate, "inspect", LongWork.Rows, "--target", "class", "--hidden", "6000,6000")]
    public void A_command_says_nothing_but_that_it_was_cancelled(string signal, params string[] arguments)
    {
        using Process process = Start(arguments);
        WaitUntil(() => HasWorked(process, TimeSpan.FromSeconds(2)));
        Ended ended = EndBy(signal, process);
        Assert.Equal(Cancelled, ended.Refuses(ExitCode.Cancelled));
        Assert.Equal(arguments.Contains("--json") ? """{"error":"Cancelled.","exit":130}""" : "", ended.Output.Trim());
    }

    [Theory]
    [InlineData(Interrupt)]
    [InlineData(Terminate)]
    public void Predictions_that_nobody_takes_are_left(string signal)
    {
        using Process process = Start("predict", LongWork.Model, LongWork.Rows);
        Assert.Equal("prediction,p_0,p_1", process.StandardOutput.ReadLine());
        Thread.Sleep(TimeSpan.FromSeconds(2));
        Assert.Equal(Cancelled, EndBy(signal, process).Refuses(ExitCode.Cancelled));
    }

    [Theory]
    [InlineData(Interrupt)]
    [InlineData(Terminate)]
    public void Half_a_file_of_predictions_is_removed(string signal)
    {
        string[] before = work.Here.Entries;
        using Process process = Start("predict", LongWork.Model, LongWork.Rows, "-o", "out.csv");
        WaitUntil(() => work.Here.Entries.Contains("out.csv.part"));
        Assert.Equal(Cancelled, EndBy(signal, process).Refuses(ExitCode.Cancelled));
        Assert.Equal(before, work.Here.Entries);
    }

    [Fact]
    public void Training_keeps_its_model_and_scores_what_is_done_in_a_moment()
    {
        string[] options = ["--hidden", "2048,2048,2048", "--validation", "0", "--out", "run"];
        using Process process = Start(["train", LongWork.Rows, "--target", "class", .. options]);
        WaitUntil(() => work.Here.Entries.Contains("run/events.jsonl") && work.Here.Bytes("run/events.jsonl").Length > 0);
        Thread.Sleep(TimeSpan.FromSeconds(2));
        Ended train = EndBy(Interrupt, process);
        Assert.Contains("cancelled @", train.Output);
        Assert.Contains("not scored", train.Output);
        Assert.Contains("run/model.safetensors", work.Here.Entries);
        Assert.Contains("run/result.json", work.Here.Entries);
    }

    private Process Start(params string[] arguments)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows sends Ctrl+C to a whole console.");
        return work.Here.Start(arguments);
    }

    private static Ended EndBy(string signal, Process process)
    {
        Stopwatch clock = Stopwatch.StartNew();
        Process.Start("kill", [$"-{signal}", $"{process.Id}"]).WaitForExit();
        // Nothing that it says is read before it has ended.
        bool hasEnded = process.WaitForExit(Soon);
        Ended ended = Workplace.WaitFor(process).EndsWith(ExitCode.Cancelled);
        Assert.True(hasEnded, $"It took {clock.Elapsed.TotalSeconds:F1} s to end.");
        return ended;
    }

    // By its own clock: past its start on a busy machine, and not at its end on a fast one.
    private static bool HasWorked(Process process, TimeSpan time)
    {
        process.Refresh();
        return process.TotalProcessorTime > time;
    }

    private static void WaitUntil(Func<bool> isSo)
    {
        Stopwatch clock = Stopwatch.StartNew();
        while (!isSo())
        {
            Assert.True(clock.Elapsed < TimeSpan.FromMinutes(1), "What was waited for did not come in a minute.");
            Thread.Sleep(20);
        }
    }
}
