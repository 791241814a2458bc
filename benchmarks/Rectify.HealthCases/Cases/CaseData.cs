using Rectify.Data;

namespace Rectify.HealthCases;

/// <summary>Tables that cases are trained on.</summary>
internal static class CaseData
{
    /// <summary>The column to learn of every table that is made.</summary>
    public const string Target = "class";

    public static Table Made(string name, ulong seed) => SyntheticData.Make(name, seed);

    /// <summary>A table beside the repository, or null where it has not been fetched.</summary>
    public static Table? Shared(string name)
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string path = Path.Combine(folder.FullName, "shared", "data", name);
            if (File.Exists(path)) { return CsvTable.Read(path); }
        }
        return null;
    }

    /// <summary>The moons with each column stretched from one number to another.</summary>
    public static Table Stretched(ulong seed, float from, float to)
    {
        Table moons = Made("moons", seed);
        return With(moons, column =>
        {
            (float least, float most) = (column.Values.ToArray().Min(), column.Values.ToArray().Max());
            return [.. column.Values.ToArray().Select(v => from + (to - from) * (v - least) / (most - least))];
        });
    }

    /// <summary>The moons with every 150th row's numbers a million.</summary>
    public static Table WithOutliers(ulong seed) => With(
        Made("moons", seed), column => [.. column.Values.ToArray().Select((v, row) => row % 150 == 0 ? 1e6f : v)]);

    /// <summary>The moons, nine of ten rows of one class.</summary>
    public static Table Imbalanced(ulong seed)
    {
        Table moons = Made("moons", seed);
        CategoryColumn classes = (CategoryColumn)moons.FindColumn(Target);
        int[] kept = [.. Enumerable.Range(0, moons.RowCount).Where(row => classes.Codes[row] == 0 || row % 9 == 0)];
        return new("moons", [.. moons.Columns.Select(Column (column) => column is NumberColumn numbers
            ? new NumberColumn(column.Name, [.. kept.Select(row => numbers.Values[row])])
            : new CategoryColumn(column.Name, kept.Select(row => column.TextAt(row))))]);
    }

    private static Table With(Table table, Func<NumberColumn, float[]> change) => new(table.Name, [.. table.Columns.Select(
        Column (column) => column is NumberColumn numbers ? new NumberColumn(column.Name, change(numbers)) : column)]);
}
