using System.Diagnostics;
using System.Globalization;

namespace Rectify.Cli.Tests.Failures;

/// <summary>A place to write that is lost in mid-run: a sentence, exit 3, and the last whole checkpoint stays usable.</summary>
public sealed class LostPlaceTests
{
    // A file that grows beyond its limit is refused like one on a full disk; the signal that comes with it is for other programs.
    private const string FilesOf100KiB = "trap '' XFSZ; ulimit -f 200", FilesOf20KiB = "trap '' XFSZ; ulimit -f 40";

    // What the runtime maps for its own code counts as a file, too.
    private static readonly Dictionary<string, string> NoMappedCode = new() { ["DOTNET_EnableWriteXorExecute"] = "0" };

    private static readonly string[] Endless = EndlessWithCheckpoints(every: 1);

    [Fact]
    public void The_folder_is_removed()
    {
        using Workplace here = new();
        using Process process = here.Start(Endless);
        WaitForCheckpoint(here, process);
        Directory.Move(here.PathOf("run"), here.PathOf("taken"));
        string sentence = Workplace.WaitFor(process).Refuses(ExitCode.Data);

        Assert.Contains("run/checkpoint/state.safetensors cannot be written: its folder is not there", sentence);
        Resumes(here, "taken");
    }

    [Fact]
    public void The_disk_is_full()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Files of a limited size are made with ulimit.");
        using Workplace here = new();

        // The first checkpoints fit; with the epochs, they and the events grow.
        using Process process = here.Start(EndlessWithCheckpoints(every: 50), NoMappedCode, FilesOf100KiB);
        string sentence = Workplace.WaitFor(process).Refuses(ExitCode.Data);
        Assert.Matches("^run/(events.jsonl|checkpoint/state.safetensors) cannot be written", sentence);
        Assert.Contains("rectify train --resume run", sentence);
        Resumes(here, "run");

        // Not even the first checkpoint fits: there is nothing to go on from.
        using Process first = here.Start([.. Endless, "--overwrite"], NoMappedCode, FilesOf20KiB);
        sentence = Workplace.WaitFor(first).Refuses(ExitCode.Data);
        Assert.Contains("run/checkpoint/state.safetensors cannot be written", sentence);
        Assert.DoesNotContain("--resume", sentence);
        Assert.Equal(["run", "run/checkpoint", "run/events.jsonl", "run/run.json"], here.Entries);
    }

    [Fact]
    public void The_folder_turns_read_only()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows keeps folders writable.");
        Assert.SkipWhen(Environment.UserName == "root", "root writes anywhere.");
        if (OperatingSystem.IsWindows()) { return; }
        using Workplace here = new();
        using Process process = here.Start(Endless);
        WaitForCheckpoint(here, process);
        File.SetUnixFileMode(here.PathOf("run/checkpoint"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        string sentence = Workplace.WaitFor(process).Refuses(ExitCode.Data);
        File.SetUnixFileMode(here.PathOf("run/checkpoint"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        Assert.Contains("run/checkpoint/state.safetensors cannot be written", sentence);
        Resumes(here, "run");
    }

    [Fact]
    public void Two_processes_do_not_share_a_run()
    {
        using Workplace here = new();
        using Process process = here.Start(Endless);
        WaitForCheckpoint(here, process);
        string resume = here.Run("train", "--resume", "run").Refuses(ExitCode.Data);
        string overwrite = here.Run("train", "moons", "--epochs", "1", "--out", "run", "--overwrite").Refuses(ExitCode.Data);
        process.Kill();
        Workplace.WaitFor(process);

        Assert.All([resume, overwrite], sentence => Assert.StartsWith("run is in use: another rectify is training there.", sentence));
        Resumes(here, "run");
    }

    private static string[] EndlessWithCheckpoints(int every) =>
    [
        "train", "moons", "--epochs", "1000000", "--patience", "0", "--hidden", "64,64", "--out", "run",
        "--checkpoint-every", every.ToString(CultureInfo.InvariantCulture),
    ];

    private static void WaitForCheckpoint(Workplace here, Process process)
    {
        while (!process.HasExited && !File.Exists(here.PathOf("run/checkpoint/state.safetensors"))) { Thread.Sleep(5); }
    }

    // Cut short by time: there are a million epochs to go.
    private static void Resumes(Workplace here, string run)
    {
        Ended resumed = here.Run("train", "--resume", run, "--max-time", "0.2s").Succeeds();
        Assert.Matches($"resume  {run} from epoch [0-9]+, step [1-9]", resumed.Output);
    }
}
