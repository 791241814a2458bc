using Rectify.Data;

namespace Rectify.Cli.Settings;

/// <summary>What stands for data on the command line: a CSV file, or the name of a set the program makes.</summary>
internal static class DataSource
{
    public const string Help = "A CSV file (also .gz), or one of the sets the program makes: spirals, moons, circles, blobs.";

    /// <summary>The column to learn of every set the program makes.</summary>
    public const string SyntheticTarget = "class";

    public static bool IsSynthetic(string data) => SyntheticData.Names.Contains(data) && !File.Exists(data);

    /// <exception cref="DataException">There is no such file or set, or it is no table.</exception>
    public static Table Read(string data, CsvOptions options, ulong seed)
    {
        if (IsSynthetic(data)) { return SyntheticData.Make(data, seed); }
        bool isThere = File.Exists(data) || Directory.Exists(data), looksLikeName = !data.AsSpan().ContainsAny("./\\");
        if (!isThere && looksLikeName)
        {
            string known = string.Join(", ", SyntheticData.Names);
            string nearest = Spelling.Suggest(data, SyntheticData.Names);
            throw new DataException($"There is no file '{data}', and no set of that name.{nearest} Known sets: {known}.");
        }
        return CsvTable.Read(data, options);
    }
}
