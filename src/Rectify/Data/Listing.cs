using System.Globalization;

namespace Rectify.Data;

/// <summary>Names in a row, cut where a reader would stop reading.</summary>
internal static class Listing
{
    private const int Shown = 12;

    /// <summary>The names with commas between them.</summary>
    public static string Of(IEnumerable<string> names)
    {
        string[] all = [.. names];
        return all.Length <= Shown ? string.Join(", ", all) : $"{string.Join(", ", all[..Shown])} and {all.Length - Shown} more";
    }

    /// <summary>"1 row", "2,000 rows".</summary>
    public static string Counted(long count, string noun) => $"{Number(count)} {noun}{(count == 1 ? "" : "s")}";

    /// <summary>"2,000", in every country.</summary>
    public static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
