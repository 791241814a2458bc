namespace Rectify.Benchmarks;

/// <summary>How a rate is read: as work per second, or turned over, as time for a piece of work.</summary>
/// <param name="Name">E.g. GFLOP/s.</param>
/// <param name="Show">A rate, work per second, as the table says it.</param>
internal sealed record Unit(string Name, Func<double, string> Show)
{
    public static Unit Operations { get; } = new("GFLOP/s", rate => $"{rate / 1e9:F1}");
    public static Unit Bytes { get; } = new("GB/s", rate => $"{rate / 1e9:F1}");
    public static Unit Samples { get; } = new("samples/s", rate => $"{rate:N0}");
    public static Unit Nanoseconds { get; } = new("ns", rate => $"{1e9 / rate:F3}");
    public static Unit Microseconds { get; } = new("µs", rate => $"{1e6 / rate:F1}");
    public static Unit None { get; } = new("", _ => "");
}
