using Rectify.Data;
using Rectify.Training;

namespace Rectify.Cli.Settings;

/// <summary>What stands for data on the command line: a CSV file, or the name of a set the program makes.</summary>
internal static class DataSource
{
    public const string Help = "A CSV file (also .gz), or one of the sets the program makes: spirals, moons, circles, blobs.";

    /// <summary>The column to learn of every set the program makes.</summary>
    public const string SyntheticTarget = "class";

    public static bool IsSynthetic(string data) => SyntheticData.Names.Contains(data) && !File.Exists(data);

    /// <summary>Decides all about a training, and trains nothing yet.</summary>
    /// <exception cref="DataException">The data cannot be read, or not be learned from.</exception>
    /// <exception cref="UsageException">The options do not fit what is learned.</exception>
    public static ModelTraining Prepare(string data, TrainRequest request)
    {
        Table table = ReadTable(data, request.Csv, request.Options.Seed);
        Table? test = request.TestFile is { } file ? CsvTable.Read(file, request.Csv) : null;
        try { return new TableTraining(table, request.Target, request.Options, test); }
        catch (ArgumentException e) { throw new UsageException(e.Message); }
    }

    /// <summary>Data to judge or predict, as a model's pipeline knows them.</summary>
    /// <exception cref="DataException">The data cannot be read, or do not fit the pipeline.</exception>
    public static BoundPipeline ReadFor(Pipeline pipeline, string data, ulong seed)
    {
        TablePipeline table = (TablePipeline)pipeline;
        return table.Bind(ReadTable(data, table.CsvOptions, seed));
    }

    /// <exception cref="DataException">There is no such file or set, or it is no table.</exception>
    public static Table ReadTable(string data, CsvOptions options, ulong seed)
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
