namespace Rectify.Trials;

/// <summary>The most resident memory of a process, which Linux says as long as it runs.</summary>
internal sealed class PeakMemory(int process)
{
    private const string Line = "VmHWM:";

    /// <summary>As of the last look.</summary>
    public long Bytes { get; private set; }

    public void Look()
    {
        try
        {
            IEnumerable<string> lines = File.ReadLines($"/proc/{process}/status");
            string? line = lines.FirstOrDefault(line => line.StartsWith(Line, StringComparison.Ordinal));
            if (line is not null) { Bytes = 1024 * long.Parse(line[Line.Length..^2].Trim()); }
        }
        catch (IOException)
        {
            // It has just ended, and what was seen before stays.
        }
    }
}
