using System.Globalization;
using Rectify.Data;

namespace Rectify.Experiments;

/// <summary>Tables that experiments make, as files: the moons, changed.</summary>
internal static class MadeTables
{
    private const ulong Seed = 42;
    private const int OutlierEvery = 50;

    private static readonly Dictionary<string, Func<int, int, float, float>> Changes = new()
    {
        // Every fiftieth row is a thousand times what it was.
        ["outliers.csv"] = (row, _, value) => row % OutlierEvery == 0 ? 1000 * value : value,

        // One column from 0 to about 300, the other from about 1000 to 1300.
        ["raw.csv"] = (_, column, value) => 100 * value + (column == 0 ? 120 : 1100),
    };

    /// <summary>Writes one of them, and returns its path.</summary>
    public static string Write(string folder, string name)
    {
        Table moons = SyntheticData.Make("moons", Seed);
        NumberColumn[] numbers = [.. moons.Columns.OfType<NumberColumn>()];
        Column target = moons.FindColumn("class");
        Func<int, int, float, float> change = Changes[name];
        IEnumerable<string> rows = Enumerable.Range(0, moons.RowCount).Select(row => string.Join(',',
            numbers.Select((column, i) => change(row, i, column.Values[row]).ToString(CultureInfo.InvariantCulture))
                .Append(target.TextAt(row))));
        string path = Path.Combine(folder, name);
        File.WriteAllLines(path, rows.Prepend("x,y,class"));
        return path;
    }
}
