using System.Globalization;

namespace Rectify;

/// <summary>Amounts of memory as people write them: 500 MB, 1.5 GB. A megabyte has 1,000,000 bytes.</summary>
internal static class ByteSize
{
    private static readonly (string Name, double Bytes)[] Units = [("GB", 1e9), ("MB", 1e6), ("kB", 1e3), ("bytes", 1)];

    /// <summary>"4.4 GB", "52 MB", "1.2 kB", "17 bytes".</summary>
    public static string Text(long bytes)
    {
        (string name, double unit) = Units.FirstOrDefault(unit => bytes >= unit.Bytes, Units[^1]);
        double count = bytes / unit;
        return string.Create(CultureInfo.InvariantCulture, $"{Math.Round(count, unit > 1 && count < 10 ? 1 : 0)} {name}");
    }

    /// <summary>Reads "500MB", "1.5GB" or "1.5 gb".</summary>
    public static bool TryParse(string text, out long bytes)
    {
        foreach ((string name, double unit) in Units[..2])
        {
            if (!text.EndsWith(name, StringComparison.OrdinalIgnoreCase)) { continue; }
            const NumberStyles Style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowTrailingWhite;
            bool isNumber = double.TryParse(text[..^name.Length], Style, CultureInfo.InvariantCulture, out double count);
            bytes = (long)Math.Min(count * unit, long.MaxValue / 2);
            return isNumber;
        }
        bytes = 0;
        return false;
    }
}
