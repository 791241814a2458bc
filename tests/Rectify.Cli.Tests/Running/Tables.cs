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

    /// <summary>
    /// A table about which there is much to notice: a number of the row, an empty and a constant column, a name met twice and one that is
    /// missing, dates, a cell that is no number, answers that are missing or rare, a column that tells the answer.
    /// </summary>
    public static IEnumerable<string> Untidy(int rows = 120) =>
    [
        "id,weight,nothing,same,day,weight,,told,answer",
        .. Enumerable.Range(0, rows).Select(i =>
        {
            string weight = i == 40 ? "heavy" : Text($"{50 + i * 7 % 30}.5"), answer = AnswerOf(i);
            string day = Text($"{2020 + i % 3}-{1 + i % 12:00}-{1 + i % 28:00}");
            return Text($"{i + 1},{weight},,1,{day},{i * 13 % 17},{i % 5},{answer}2,{answer}");
        }),
    ];

    private static string AnswerOf(int row) => row switch { 3 => "", 60 or 90 => "Rare", _ => row % 6 == 0 ? "yes" : "no" };

    private static string Flower(int millimetres, string colour)
        => Text($"{millimetres / 10.0},{colour},{(millimetres > 20 ? "tall" : "low")}");

    private static string House(double area, int rooms) => Text($"{area},{rooms},{3 * area + 10 * rooms}");

    private static string Text(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
}
