using System.Diagnostics;
using System.Text;

namespace Rectify.Cli.Tests.Running;

/// <summary>A temporary folder in which the program runs as a process of its own.</summary>
/// <param name="binary">The program as native code; by itself it is what these tests were built with.</param>
internal sealed class Workplace(string? binary = null) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public string Folder { get; } = Directory.CreateTempSubdirectory("rectify-cli").FullName;

    /// <summary>Every file and folder in it, by path from it, in order.</summary>
    public string[] Entries => [.. Directory.EnumerateFileSystemEntries(Folder, "*", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Folder, path).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    public string PathOf(string name) => Path.Combine(Folder, name);

    /// <summary>Writes a file, its lines given or its text.</summary>
    public string Write(string name, params IEnumerable<string> lines)
    {
        File.WriteAllText(PathOf(name), string.Join('\n', lines) + "\n");
        return name;
    }

    /// <summary>Writes a file, and the folders it lies in.</summary>
    public string Write(string name, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllBytes(PathOf(name), bytes);
        return name;
    }

    public byte[] Bytes(string name) => File.ReadAllBytes(PathOf(name));

    /// <summary>A model of the moons, after one epoch unless told otherwise, in the run folder "run".</summary>
    public Ended TrainMoons(params string[] options)
    {
        string[] epochs = options.Contains("--epochs") ? [] : ["--epochs", "1"];
        return Run(["train", "moons", "--out", "run", "--threads", "1", .. options, .. epochs]);
    }

    /// <summary>Runs the program here with some arguments, and waits until it has ended.</summary>
    public Ended Run(params IReadOnlyList<string> arguments) => Run(arguments, new Dictionary<string, string>());

    /// <param name="arguments">What is typed behind rectify.</param>
    /// <param name="environment">Environment variables to set.</param>
    public Ended Run(IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        using Process process = Start(arguments, environment);
        return WaitFor(process);
    }

    /// <summary>Starts the program and returns while it runs.</summary>
    /// <param name="arguments">What is typed behind rectify.</param>
    /// <param name="environment">Environment variables to set.</param>
    /// <param name="limit">A command of the shell that limits what the program is given, e.g. ulimit -f 100.</param>
    public Process Start(
        IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string>? environment = null, string? limit = null)
    {
        string[] program = binary is null ? ["dotnet", "exec", Path.Combine(AppContext.BaseDirectory, "Rectify.Cli.dll")] : [binary];
        if (limit is not null) { program = ["sh", "-c", $"{limit}; exec \"$@\"", "sh", .. program]; }
        ProcessStartInfo start = new(program[0], [.. program[1..], .. arguments])
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment["LC_ALL"] = "C";
        foreach ((string name, string value) in environment ?? new Dictionary<string, string>()) { start.Environment[name] = value; }
        return Process.Start(start)!;
    }

    /// <summary>Reads what a process says until it has ended; one that takes too long is ended, and the test fails.</summary>
    public static Ended WaitFor(Process process)
    {
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"rectify did not end in {Patience.TotalSeconds:F0} s. It had said:\n{output.Result}\n{error.Result}");
        }
        return new(process.ExitCode, output.Result, error.Result);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
