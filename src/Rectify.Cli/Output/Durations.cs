using System.Globalization;

namespace Rectify.Cli.Output;

/// <summary>Lengths of time as people say them.</summary>
internal static class Durations
{
    public static string Text(double seconds) => seconds switch
    {
        < 0.01 => string.Create(CultureInfo.InvariantCulture, $"{1000 * seconds:G2} ms"),
        < 1 => string.Create(CultureInfo.InvariantCulture, $"{seconds:F2} s"),
        < 10 => string.Create(CultureInfo.InvariantCulture, $"{seconds:F1} s"),
        < 120 => string.Create(CultureInfo.InvariantCulture, $"{seconds:F0} s"),
        < 7200 => string.Create(CultureInfo.InvariantCulture, $"{seconds / 60:F0} min"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600:F1} h"),
    };
}
