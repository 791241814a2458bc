using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Rectify.Benchmarks;

/// <summary>What a figure was measured on.</summary>
internal static class Machine
{
    public static string Describe()
        => $"{Processor()}, {Environment.ProcessorCount} cores, {RegisterBits()}-bit registers, {RuntimeInformation.OSDescription}, "
            + RuntimeInformation.FrameworkDescription;

    private static string Processor()
    {
        const string Path = "/proc/cpuinfo", Key = "model name";
        IEnumerable<string> lines = File.Exists(Path) ? File.ReadLines(Path) : [];
        string? line = lines.FirstOrDefault(text => text.StartsWith(Key, StringComparison.Ordinal));
        return line?[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();
    }

    private static int RegisterBits()
        => Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : Vector128.IsHardwareAccelerated ? 128 : 32;
}
