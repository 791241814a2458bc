namespace Rectify.Trials;

/// <summary>Amounts of memory as the page of trials writes them.</summary>
internal static class Size
{
    /// <summary>"4.4 GB", "93 MB".</summary>
    public static string Text(long bytes) => bytes >= 1_000_000_000 ? $"{bytes / 1e9:F1} GB" : $"{bytes / 1e6:F0} MB";
}
