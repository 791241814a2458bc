using System.Globalization;

namespace Rectify.Cli.Tests.Running;

/// <summary>Small tables whose answer is known: every line by hand or by a short rule.</summary>
internal static class Tables
{
    /// <summary>Whether a flower is tall follows from its height alone; colour says nothing.</summary>
    public static IEnumerable<string> Flowers(int rows = 60)
        => ["height,colour,size", .. Enumerable.Range(0, rows).Select(i => Flower(i * 7 % 41, i % 3 == 0 ? "red" : "blue"))];

    /// <summary>price = 3·area + 10·rooms, exactly.</summary>
    public static IEnumerable<string> Houses(int rows = 80)
        => ["area,rooms,price", .. Enumerable.Range(0, rows).Select(i => House(20.5 + i * 13 % 97, 1 + i % 5))];

    private static string Flower(int millimetres, string colour)
        => Text($"{millimetres / 10.0},{colour},{(millimetres > 20 ? "tall" : "low")}");

    private static string House(double area, int rooms) => Text($"{area},{rooms},{3 * area + 10 * rooms}");

    private static string Text(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
}
