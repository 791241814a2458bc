using System.Globalization;

namespace Rectify.Reports.Charts;

/// <summary>Numbers as a page shows them.</summary>
internal static class NumberText
{
    /// <summary>Three digits that count: −0.0123, 1.5e6, ∞, NaN.</summary>
    public static string Of(double value, int digits = 3) => value switch
    {
        double.NaN => "NaN",
        double.PositiveInfinity => "∞",
        double.NegativeInfinity => "−∞",
        0 => "0",
        _ when Math.Abs(value) is >= 1e-4 and < 1e6 => Signed(Plain(value, digits)),
        _ => value.ToString($"0.{new string('#', digits - 1)}e0", CultureInfo.InvariantCulture).Replace('-', '−'),
    };

    /// <summary>1e−4, 2e−4: one digit.</summary>
    public static string PowerOf(double value) => value.ToString("0e0", CultureInfo.InvariantCulture).Replace('-', '−');

    public static string Whole(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>12.3 %, which is not torn apart at the end of a line.</summary>
    public static string Percent(double share, int decimals = 1)
        => double.IsFinite(share) ? (100 * share).ToString($"F{decimals}", CultureInfo.InvariantCulture) + "\u00A0%" : Of(share);

    /// <summary>For places in a drawing: two decimals are finer than any screen.</summary>
    public static string Place(double value) => Math.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture);

    private static string Plain(double value, int digits)
    {
        int before = (int)Math.Floor(Math.Log10(Math.Abs(value))) + 1;
        return Math.Round(value, Math.Clamp(digits - before, 0, 10)).ToString("#,0.##########", CultureInfo.InvariantCulture);
    }

    private static string Signed(string text) => text.StartsWith('-') ? "−" + text[1..] : text;
}
