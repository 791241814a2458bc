using System.Globalization;

namespace Rectify.Data;

/// <summary>The ways in which files write days. A time of day behind the day is read over.</summary>
internal static class DateFormats
{
    private const int ShortestText = 8, LongestText = 40;

    /// <summary>Where two fit every cell, the first wins: month before day where slashes leave it open.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "M/d/yyyy", "d/M/yyyy", "d.M.yyyy", "d-M-yyyy",
        "d-MMM-yyyy", "d MMM yyyy", "MMM d, yyyy", "yyyyMMdd",
    ];

    /// <summary>The day number that a cell says in the given format.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, string format, out int dayNumber)
    {
        bool parsed = DateOnly.TryParseExact(
            WithoutTime(text), format, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out DateOnly day);
        dayNumber = day.DayNumber;
        return parsed;
    }

    /// <summary>Whether a cell could be a day at all; spares most texts the trial of every format.</summary>
    public static bool MayBeDate(ReadOnlySpan<char> text)
        => text.Length is >= ShortestText and <= LongestText
        && (char.IsAsciiDigit(text[0]) || char.IsAsciiDigit(text[^1]));

    private static ReadOnlySpan<char> WithoutTime(ReadOnlySpan<char> text)
    {
        int colon = text.IndexOf(':');
        int end = colon < 0 ? -1 : text[..colon].LastIndexOfAny('T', ' ');
        return end < 0 ? text : text[..end];
    }
}
