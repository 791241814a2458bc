namespace Rectify.Health;

/// <summary>How bad it is that some units of a layer are silent.</summary>
internal static class SilentUnits
{
    // A healthy rectifier network on a small table loses a few units and is none the worse; half a layer is a layer half as wide.
    private const double WarningShare = 0.1, ErrorShare = 0.5;

    public static Severity SeverityOf(int silent, int units)
        => silent >= ErrorShare * units ? Severity.Error : silent >= WarningShare * units ? Severity.Warning : Severity.Hint;
}
