using System.Globalization;

namespace Rectify.Data;

/// <summary>What the text of one cell says, in no country's habits but those a separator gives away.</summary>
internal static class CellParser
{
    /// <summary>The number a cell says; infinities and NaN are numbers here.</summary>
    /// <param name="text">A trimmed cell.</param>
    /// <param name="decimalComma">Whether 1,5 is one and a half, as in files whose cells are separated by semicolons.</param>
    /// <param name="value">The number.</param>
    public static bool TryNumber(ReadOnlySpan<char> text, bool decimalComma, out double value)
    {
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value)) { return true; }

        int comma = decimalComma ? text.IndexOf(',') : -1;
        if (comma >= 0 && text.Length <= 64 && text.IndexOf('.') < 0)
        {
            Span<char> point = stackalloc char[text.Length];
            text.CopyTo(point);
            point[comma] = '.';
            return double.TryParse(point, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
        }
        return TryInfinity(text, out value);
    }

    private static bool TryInfinity(ReadOnlySpan<char> text, out double value)
    {
        bool negative = text.StartsWith("-");
        value = negative ? double.NegativeInfinity : double.PositiveInfinity;
        return text.TrimStart("+-").Equals("inf", StringComparison.OrdinalIgnoreCase);
    }
}
