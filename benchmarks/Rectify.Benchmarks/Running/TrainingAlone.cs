using System.Diagnostics;
using System.Globalization;
using Rectify.Kernels;

namespace Rectify.Benchmarks;

/// <summary>Trains network (a) with one engine in a process of its own, which says how much memory it took at most.</summary>
internal static class TrainingAlone
{
    /// <summary>An epoch of 60,000 samples.</summary>
    public const int Steps = 468;

    public const string Ours = "ours";

    /// <summary>The argument that makes this program such a process; the engine's name follows.</summary>
    public const string Argument = "--train-alone";

    /// <summary>Starts the process and waits for what it says.</summary>
    public static long PeakBytes(string engine)
    {
        string program = Environment.ProcessPath!;
        string[] host = Path.GetFileNameWithoutExtension(program) == "dotnet" ? [typeof(TrainingAlone).Assembly.Location] : [];
        var start = new ProcessStartInfo(program, [.. host, Argument, engine]) { RedirectStandardOutput = true };
        using Process process = Process.Start(start)!;
        string said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return long.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out long bytes)
            ? bytes
            : throw new InvalidOperationException($"The process that trains with {engine} ended with code {process.ExitCode}: '{said}'");
    }

    /// <summary>What that process does.</summary>
    public static void Run(string engine)
    {
        using Workers workers = new(2);
        Contender training = engine == Ours
            ? NetworkCase.Digits.Training(workers)
            : PeerCatalog.Load(engine).Training(NetworkCase.Digits, workers.Threads)!;
        for (int step = 0; step < Steps; step++) { training.Run(); }
        Console.Write(Process.GetCurrentProcess().PeakWorkingSet64.ToString(CultureInfo.InvariantCulture));
    }
}
