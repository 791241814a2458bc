using System.Globalization;

namespace Rectify.Data;

/// <summary>Tells whether a file's first record names its columns.</summary>
internal static class HeaderDetection
{
    /// <param name="first">The first record's cells.</param>
    /// <param name="below">Some records below it, each with as many cells.</param>
    /// <param name="decimalComma">Whether 1,5 is a number.</param>
    public static bool HasHeader(string[] first, IReadOnlyList<string[]> below, bool decimalComma)
    {
        int votes = 0;
        for (int column = 0; column < first.Length; column++) { votes += Vote(first[column], column, below, decimalComma); }
        if (votes != 0) { return votes > 0; }

        // All texts: names differ from each other, and do not come again below.
        bool repeats = first.Index().Any(cell => below.Any(record => record[cell.Index] == cell.Item));
        return !repeats && first.Distinct().Count() == first.Length;
    }

    /// <summary>Whether the first record is a header for a model that knows these columns; null where the names do not tell.</summary>
    public static bool? HasHeader(string[] first, IEnumerable<string> expected)
    {
        string[] names = [.. expected];
        if (names.All(name => int.TryParse(name, NumberStyles.Integer, CultureInfo.InvariantCulture, out _))) { return false; }
        return names.Any(name => first.Contains(name)) ? true : null;
    }

    // A text over numbers is a name; a number over numbers is data.
    private static int Vote(string cell, int column, IReadOnlyList<string[]> below, bool decimalComma)
    {
        string[] values = [.. below.Select(record => record[column]).Where(value => value.Length > 0)];
        bool overValues = values.Length > 0 && values.Count(IsValue) >= ColumnProfile.TypicalShare * values.Length;
        if (IsValue(cell)) { return overValues || values.Length == 0 ? -1 : 0; }
        return overValues && cell.Length > 0 ? 1 : 0;

        bool IsValue(string text) => CellParser.TryNumber(text, decimalComma, out _)
            || (DateFormats.MayBeDate(text) && DateFormats.All.Any(format => DateFormats.TryParse(text, format, out _)));
    }
}
