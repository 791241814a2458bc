using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Rectify.Faults;

/// <summary>A copy of the built tests, whose core is exchanged for one with a fault.</summary>
internal sealed class TestProgram
{
    /// <summary>Where the tests are built.</summary>
    public const string Built = "tests/Rectify.Tests/bin/Release/net10.0/";

    /// <summary>The program in that folder.</summary>
    public const string Name = "Rectify.Tests.dll";

    // Of memory for one run of the tests, in bytes, as the runtime takes it: a fault may ask for any amount.
    private const string MostMemory = "0xC0000000";

    private readonly string _folder, _temporary;

    /// <param name="folder">Where the copy goes.</param>
    public TestProgram(string folder)
    {
        (_folder, _temporary) = (Path.GetFullPath(folder), Path.GetFullPath(Path.Combine(folder, "temporary")));
        if (Directory.Exists(_folder)) { Directory.Delete(_folder, recursive: true); }
        Directory.CreateDirectory(_temporary);
        foreach (string file in Directory.GetFiles(Built)) { File.Copy(file, Path.Combine(_folder, Path.GetFileName(file))); }
    }

    /// <summary>Runs tests with another core until one fails.</summary>
    /// <param name="core">The assembly.</param>
    /// <param name="number">Which of its faults is on, where they are behind switches.</param>
    /// <param name="filter">Which tests, as the program takes it.</param>
    /// <param name="limit">How long they may take: a fault may make an endless loop.</param>
    /// <param name="cancellation">Ends the program.</param>
    /// <returns>What noticed that something is wrong; null where nothing did.</returns>
    public string? Run(byte[] core, int number, string[] filter, TimeSpan limit, CancellationToken cancellation)
    {
        File.WriteAllBytes(Path.Combine(_folder, "Rectify.dll"), core);
        ProcessStartInfo start = new("dotnet", [Path.Combine(_folder, Name), "-automated", "-stopOnFail", .. filter])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment[Switchboard.Variable] = number.ToString(CultureInfo.InvariantCulture);
        start.Environment["DOTNET_GCHeapHardLimit"] = MostMemory;

        // The program ends before what the runtime would learn of it pays.
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["TMPDIR"] = start.Environment["TEMP"] = start.Environment["TMP"] = _temporary;

        using Process process = Process.Start(start)!;
        Listener listener = new();
        process.OutputDataReceived += (_, line) => listener.Hear(line.Data);
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using CancellationTokenRegistration _ = cancellation.Register(() => Kill(process));
        if (!process.WaitForExit(limit))
        {
            Kill(process);
            return "time";
        }
        process.WaitForExit();
        cancellation.ThrowIfCancellationRequested();
        return listener.Failed ?? (process.ExitCode == 0 ? null : $"exit code {process.ExitCode}");
    }

    private static void Kill(Process process)
    {
        try { process.Kill(entireProcessTree: true); }
        catch (InvalidOperationException) { }
        process.WaitForExit();
    }

    // Each line of output is an event.
    private sealed class Listener
    {
        private readonly Dictionary<string, string> _names = [];

        public string? Failed { get; private set; }

        public void Hear(string? line)
        {
            if (line is null || !line.StartsWith('{') || Failed is not null) { return; }
            using JsonDocument document = JsonDocument.Parse(line);
            JsonElement message = document.RootElement;
            switch (Text("$type"))
            {
                case "test-starting": _names[Text("TestUniqueID")] = Text("TestDisplayName"); break;
                case "test-failed": Failed = _names[Text("TestUniqueID")]; break;
            }

            string Text(string name) => message.TryGetProperty(name, out JsonElement value) ? value.ToString() : "";
        }
    }
}
