using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Rectify.Trials;

/// <summary>How a run of the command ended.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Json">The object that --json promises on standard output; null where there is none.</param>
/// <param name="Error">The last lines on standard error.</param>
/// <param name="Time">From its start to its end.</param>
/// <param name="Peak">The most resident memory, in bytes.</param>
internal sealed record CommandRun(int ExitCode, JsonNode? Json, string Error, TimeSpan Time, long Peak)
{
    private const int LastLines = 5;

    /// <summary>Runs the command as a process of its own, which a shell has given so much of addresses.</summary>
    /// <param name="folder">Where it runs, and where its temporary files lie.</param>
    /// <param name="addresses">The limit on its virtual memory, in bytes.</param>
    /// <param name="arguments">What is typed behind rectify.</param>
    /// <param name="progress">Told what it says.</param>
    /// <param name="cancellation">Ends it.</param>
    public static CommandRun Of(
        WorkFolder folder, long addresses, string[] arguments, Progress progress, CancellationToken cancellation)
    {
        string limited = $"ulimit -v {addresses / 1024} && exec \"$@\"";
        string[] command = ["dotnet", "exec", Path.Combine(AppContext.BaseDirectory, "Rectify.Cli.dll"), .. arguments];
        ProcessStartInfo start = new("sh", ["-c", limited, "sh", .. command])
        {
            WorkingDirectory = folder.Path, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment["TMPDIR"] = folder.Path;

        var clock = Stopwatch.StartNew();
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(cancellation);
        Queue<string> said = [];
        process.ErrorDataReceived += (_, line) => Keep(said, line.Data);
        process.BeginErrorReadLine();
        try
        {
            PeakMemory peak = new(process.Id);
            while (!process.WaitForExit(TimeSpan.FromMilliseconds(200)))
            {
                cancellation.ThrowIfCancellationRequested();
                peak.Look();
                if (progress.IsDue) { progress.Say($"{Size.Text(peak.Bytes)} resident at most; {Last(said)}"); }
            }
            process.WaitForExit();
            return new(process.ExitCode, Parsed(output.Result), string.Join('\n', said), clock.Elapsed, peak.Bytes);
        }
        finally
        {
            if (!process.HasExited) { process.Kill(entireProcessTree: true); }
        }
    }

    private static void Keep(Queue<string> said, string? line)
    {
        if (string.IsNullOrWhiteSpace(line)) { return; }
        lock (said)
        {
            said.Enqueue(line.Trim());
            if (said.Count > LastLines) { said.Dequeue(); }
        }
    }

    private static string Last(Queue<string> said)
    {
        lock (said) { return said.LastOrDefault("it reads"); }
    }

    private static JsonNode? Parsed(string output) => output.StartsWith('{') ? JsonNode.Parse(output) : null;
}
