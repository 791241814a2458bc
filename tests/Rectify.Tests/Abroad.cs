using System.Globalization;

namespace Rectify.Tests;

/// <summary>Runs something where 1,234.5 is written 1.234,5.</summary>
internal static class Abroad
{
    public static void Run(Action action)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        var german = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (german.NumberFormat.NumberGroupSeparator, german.NumberFormat.NumberDecimalSeparator) = (".", ",");
        CultureInfo.CurrentCulture = german;
        try { action(); }
        finally { CultureInfo.CurrentCulture = before; }
    }
}
