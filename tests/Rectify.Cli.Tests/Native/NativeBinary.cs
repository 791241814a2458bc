using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Rectify.Cli.Tests.Native;

/// <summary>The command as native code, built once for all tests; where its tools are absent, the reason why there is none.</summary>
public class NativeBinary
{
    private readonly string _path = "", _absence = "";

    public NativeBinary() : this("native", "") { }

    /// <param name="folder">Where it is built, below these tests' intermediate files.</param>
    /// <param name="instructions">The processor it is for; empty for the usual one.</param>
    protected NativeBinary(string folder, string instructions)
    {
        if (!OperatingSystem.IsLinux()) { _absence = "The native binary is tested on Linux."; }
        else if (!IsInstalled("clang") && !IsInstalled("gcc")) { _absence = "Neither clang nor gcc is there to link the native binary."; }
        else if (!File.Exists("/usr/include/zlib.h")) { _absence = "The headers of zlib (zlib1g-dev) are not there to link with."; }
        else if (instructions != "" && !Vector512.IsHardwareAccelerated) { _absence = "This processor has no AVX-512."; }
        else { (_path, _absence) = Build(folder, instructions); }
    }

    /// <summary>Where it is; the test is skipped where there is none.</summary>
    public string Path
    {
        get
        {
            Assert.SkipWhen(_absence != "", _absence);
            return _path;
        }
    }

    // Kept among the intermediate files of these tests: what has not changed is not compiled again.
    private static (string Path, string Absence) Build(string name, string instructions)
    {
        string root = AppContext.BaseDirectory;
        while (!File.Exists(System.IO.Path.Combine(root, "Rectify.slnx"))) { root = System.IO.Path.GetDirectoryName(root)!; }
        string folder = System.IO.Path.Combine(root, "tests", "Rectify.Cli.Tests", "obj", name);
        ProcessStartInfo start = new("dotnet",
        [
            "publish", "src/Rectify.Cli", "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "-v", "quiet", "--nologo",
            "--artifacts-path", folder, "-o", System.IO.Path.Combine(folder, "out"), "-p:RunAnalyzers=false",
            .. instructions == "" ? (string[])[] : [$"-p:IlcInstructionSet={instructions}"],
        ]) { WorkingDirectory = root, RedirectStandardOutput = true };
        using Process publish = Process.Start(start)!;
        string said = publish.StandardOutput.ReadToEnd();
        publish.WaitForExit();
        if (publish.ExitCode == 0) { return (System.IO.Path.Combine(folder, "out", "rectify"), ""); }

        // NuGet's errors: the compiler is a package, and there may be no network to fetch it.
        string? missing = said.Split('\n').FirstOrDefault(line => line.Contains("error NU", StringComparison.Ordinal));
        Assert.True(missing is not null, $"The native binary was not built:\n{said}");
        return ("", $"The compiler to native code could not be fetched: {missing.Trim()}");
    }

    private static bool IsInstalled(string program) => Environment.GetEnvironmentVariable("PATH")!.Split(':')
        .Any(folder => File.Exists(System.IO.Path.Combine(folder, program)));
}
