namespace Rectify.Health;

/// <summary>How bad it is that some units of a layer are silent.</summary>
internal static class SilentUnits
{
    /// <summary>What both rules about silent units say of their thresholds, and of where those are from.</summary>
    public const string Thresholds = "hint; warning from 50 %, error from 90 % of a layer",
        Source = "By hand, above what 300 healthy runs with the defaults had: under 24 % on small tables, under 32 % on drawn digits.";

    // Zero biases and few inputs leave some units of a wide layer silent from the start, and the network none the worse.
    private const double WarningShare = 0.5, ErrorShare = 0.9;

    public static Severity SeverityOf(int silent, int units)
        => silent >= ErrorShare * units ? Severity.Error : silent >= WarningShare * units ? Severity.Warning : Severity.Hint;
}
