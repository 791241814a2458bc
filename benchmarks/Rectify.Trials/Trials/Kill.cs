using System.Diagnostics;

namespace Rectify.Trials;

/// <summary>A run that is killed at any moment goes on to the model that it would have had.</summary>
internal sealed class Kill : ITrial
{
    private const int Kills = 200, MostDelay = 150;

    // A checkpoint after each step, which takes longer to write than the step takes: most kills fall into the writing.
    private static readonly string[] Options =
    [
        "train", "spirals", "--hidden", "128,128", "--dropout", "0.2", "--batch-norm", "--optimizer", "adamw", "--schedule", "cosine",
        "--epochs", "40", "--patience", "0", "--checkpoint-every", "1", "--seed", "7",
    ];

    public string Name => "kill";

    public string Summary => $"Runs are killed {Kills} times (SIGKILL), each after a random part of a moment, and resumed after each.";

    public IEnumerable<Outcome> Run(Progress progress, CancellationToken cancellation)
    {
        using WorkFolder folder = new();
        WaitFor(Start(folder, [.. Options, "--out", "whole"]), cancellation);
        byte[] whole = File.ReadAllBytes(folder.PathOf("whole/model.safetensors"));
        Random random = new(1);
        int kills = 0, inWrites = 0, runs = 0, different = 0;
        while (kills < Kills)
        {
            string run = $"killed{runs}";
            bool isBegun = false;
            while (kills < Kills)
            {
                using Process process = Start(folder, isBegun ? ["train", "--resume", run] : [.. Options, "--out", run]);
                if (!WritesCheckpoint(folder, run, process, cancellation)) { break; }
                isBegun = true;
                if (process.WaitForExit(random.Next(MostDelay))) { break; }
                process.Kill();
                process.WaitForExit();
                kills++;
                inWrites += File.Exists(folder.PathOf($"{run}/checkpoint/state.safetensors.part")) ? 1 : 0;
                if (progress.IsDue) { progress.Say($"{kills} of {Kills} kills, {inWrites} inside a write"); }
            }
            WaitFor(Start(folder, ["train", "--resume", run]), cancellation);
            different += whole.AsSpan().SequenceEqual(File.ReadAllBytes(folder.PathOf($"{run}/model.safetensors"))) ? 0 : 1;
            runs++;
        }
        yield return new(
            "a killed run goes on to the same model file, byte for byte",
            $"{runs} runs killed {kills} times, {inWrites} of them inside a write; {different} model files differ", different == 0);
    }

    private static Process Start(WorkFolder folder, string[] arguments)
    {
        string[] command = ["exec", Path.Combine(AppContext.BaseDirectory, "Rectify.Cli.dll"), .. arguments, "-v", "quiet", "--json"];
        return Process.Start(new ProcessStartInfo("dotnet", command) { WorkingDirectory = folder.Path, RedirectStandardOutput = true })!;
    }

    private static void WaitFor(Process process, CancellationToken cancellation)
    {
        using (process)
        {
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            cancellation.ThrowIfCancellationRequested();
            if (process.ExitCode != 0) { throw new InvalidOperationException($"A run ended with exit code {process.ExitCode}."); }
        }
    }

    // Waits until it has written one; false where it ended before.
    private static bool WritesCheckpoint(WorkFolder folder, string run, Process process, CancellationToken cancellation)
    {
        string path = folder.PathOf($"{run}/checkpoint/state.safetensors");
        DateTime before = File.GetLastWriteTimeUtc(path);
        while (File.GetLastWriteTimeUtc(path) == before)
        {
            if (cancellation.IsCancellationRequested) { process.Kill(); }
            cancellation.ThrowIfCancellationRequested();
            if (process.WaitForExit(1)) { return false; }
        }
        return true;
    }
}
