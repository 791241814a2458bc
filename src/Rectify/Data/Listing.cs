namespace Rectify.Data;

/// <summary>Names in a row, cut where a reader would stop reading.</summary>
internal static class Listing
{
    private const int Shown = 12;

    public static string Of(IEnumerable<string> names)
    {
        string[] all = [.. names];
        return all.Length <= Shown ? string.Join(", ", all) : $"{string.Join(", ", all[..Shown])} and {all.Length - Shown} more";
    }
}
