using System.Diagnostics;
using System.Globalization;

namespace Rectify.Cli.Tests.Running;

/// <summary>The most resident memory that a process has had, which Linux says as long as it runs.</summary>
internal static class PeakMemory
{
    private const string Line = "VmHWM:";

    /// <summary>Looks again and again until the process has ended.</summary>
    public static async Task<long> Of(Process process)
    {
        long peak = 0;
        while (!process.HasExited)
        {
            peak = Math.Max(peak, Now(process.Id));
            await Task.Delay(20);
        }
        return peak;
    }

    // "VmHWM:     93120 kB"; nothing where the process ends while it is asked.
    private static long Now(int id)
    {
        try
        {
            string? line = File.ReadLines($"/proc/{id}/status").FirstOrDefault(line => line.StartsWith(Line, StringComparison.Ordinal));
            return line is null ? 0 : 1024 * long.Parse(line[Line.Length..^2].Trim(), CultureInfo.InvariantCulture);
        }
        catch (IOException) { return 0; }
    }
}
