using System.Runtime.InteropServices;
using Rectify.Kernels;

namespace Rectify.Benchmarks;

/// <summary>What a figure was measured on.</summary>
internal static class Machine
{
    /// <summary>The width of the registers that kernels use: figures of different widths stand side by side on the page.</summary>
    public static string Registers => $"{32 * Elementwise.Width}-bit registers";

    public static string Describe()
        => $"{Processor()}, {Environment.ProcessorCount} cores, {Registers}, {RuntimeInformation.OSDescription}, "
            + RuntimeInformation.FrameworkDescription;

    private static string Processor()
    {
        const string Path = "/proc/cpuinfo", Key = "model name";
        IEnumerable<string> lines = File.Exists(Path) ? File.ReadLines(Path) : [];
        string? line = lines.FirstOrDefault(text => text.StartsWith(Key, StringComparison.Ordinal));
        return line?[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();
    }
}
