using System.Diagnostics;
using System.Text.Json;

namespace Rectify.Faults;

/// <summary>What the build would tell the compiler.</summary>
internal static class CompilerLine
{
    /// <param name="project">The folder of the project.</param>
    public static string[] Of(string project)
    {
        // As an editor asks: the compiler itself is not started, and a file that is not there makes sure that it is asked for.
        string[] line =
        [
            "msbuild", project, "-nologo", "-t:ResolveReferences;CoreCompile", "-getItem:CscCommandLineArgs", "-p:Configuration=Release",
            "-p:ProvideCommandLineArgs=true", "-p:SkipCompilerExecution=true", "-p:NonExistentFile=none",
        ];
        using Process process = Process.Start(new ProcessStartInfo("dotnet", line) { RedirectStandardOutput = true })!;
        string said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) { throw new InvalidOperationException($"'{project}' does not build: {said.Trim()}"); }

        using JsonDocument document = JsonDocument.Parse(said);
        JsonElement items = document.RootElement.GetProperty("Items").GetProperty("CscCommandLineArgs");
        return [.. items.EnumerateArray().Select(item => item.GetProperty("Identity").GetString()!)];
    }
}
