using Rectify.Data;
using Rectify.Kernels;
using Rectify.Training;

namespace Rectify.Cli.Settings;

/// <summary>What stands for data on the command line: a CSV file, images in files or folders, or the name of a set made here.</summary>
internal static class DataSource
{
    /// <summary>The images that the program makes.</summary>
    public const string Digits = "digits";

    /// <summary>The column to learn of every table the program makes.</summary>
    private const string MadeTarget = "class";

    private static readonly string[] MadeSets = [.. SyntheticData.Names, Digits];

    public static string Help { get; } =
        "A CSV file (also .gz); images: an IDX file, a folder that holds one, or a folder with a subfolder of PNG or JPEG files for "
        + $"each class, perhaps in two such folders called train and test; or a set the program makes: {string.Join(", ", MadeSets)}.";

    public static bool IsMade(string data) => MadeSets.Contains(data) && !File.Exists(data) && !Directory.Exists(data);

    public static DataKind KindOf(string data) => IsMade(data)
        ? data == Digits ? DataKind.MadeImages : DataKind.MadeTable
        : ImageFiles.IsImages(data) ? DataKind.ImageFiles : DataKind.TableFile;

    /// <summary>What folders of runs on the data are called: churn of data/churn.csv.gz.</summary>
    public static string NameOf(string data)
    {
        string name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(data)));
        return name.Contains('.') ? name[..name.IndexOf('.')] : name;
    }

    public static bool HoldsImages(string data) => DataKind.Images.HasFlag(KindOf(data));

    /// <summary>Decides all about a training, and trains nothing yet.</summary>
    /// <exception cref="DataException">The data cannot be read, or not be learned from.</exception>
    /// <exception cref="UsageException">The options do not fit what is learned.</exception>
    public static ModelTraining Prepare(string data, TrainRequest request, CancellationToken cancellation = default)
        => Open(data, request, cancellation)(request);

    /// <summary>Reads the data once for several trainings; a set that the program makes is made anew, by the seed of each.</summary>
    /// <param name="data">What stands for them.</param>
    /// <param name="request">How they are read: trainings differ only in what comes after that.</param>
    /// <param name="cancellation">Asks for an end.</param>
    /// <returns>What <see cref="Prepare"/> does with a request, from many threads if need be.</returns>
    /// <exception cref="DataException">The data cannot be read.</exception>
    public static Func<TrainRequest, ModelTraining> Open(string data, TrainRequest request, CancellationToken cancellation)
    {
        Func<TrainRequest, ModelTraining> prepare = HoldsImages(data)
            ? OpenImages(data, request, cancellation)
            : OpenTable(data, request, cancellation);
        return asked =>
        {
            try { return prepare(asked); }
            catch (ArgumentException e) { throw new UsageException(e.Message); }
        };
    }

    /// <summary>Refuses a table without a column to learn: images, and the sets the program makes, know theirs.</summary>
    /// <exception cref="UsageException">No target was named.</exception>
    /// <exception cref="DataException">There are no such data.</exception>
    public static void CheckTarget(string command, string data, TrainRequest request)
    {
        bool isKnown = request.Target is not null || request.Options.Task == TaskKind.Reconstruction;
        if (isKnown || KindOf(data) != DataKind.TableFile) { return; }
        CheckIsThere(data);
        throw new UsageException(
            $"{command} needs --target: the column to learn, or 'last' for the last one. rectify inspect shows the columns.");
    }

    /// <summary>Data to judge or predict, as a model's pipeline knows them.</summary>
    /// <exception cref="DataException">The data cannot be read, or do not fit the pipeline.</exception>
    public static BoundPipeline ReadFor(Pipeline pipeline, string data, ulong seed, CancellationToken cancellation = default)
    {
        bool areImages = HoldsImages(data);
        if (pipeline is ImagePipeline images)
        {
            if (!areImages) { CheckIsThere(data); }
            return areImages ? images.Bind(ReadImages(images, data, seed, cancellation)) : throw new DataException(
                $"{data} holds no images, but the model takes images of {images.InputShape}.");
        }
        TablePipeline table = (TablePipeline)pipeline;
        return areImages
            ? throw new DataException($"{data} holds images, but the model takes the rows of a table.")
            : table.Bind(ReadTable(data, table.CsvOptions, seed, cancellation));
    }

    /// <exception cref="DataException">There is no such file or set, or it is no table.</exception>
    public static Table ReadTable(string data, CsvOptions options, ulong seed, CancellationToken cancellation)
    {
        if (IsMade(data)) { return SyntheticData.Make(data, seed); }
        CheckIsThere(data);
        return CsvTable.Read(data, options, cancellation);
    }

    /// <summary>Refuses a folder without images, and what is not there and called neither like a set nor like a file.</summary>
    /// <exception cref="DataException">The sentence names the nearest set.</exception>
    public static void CheckIsThere(string data)
    {
        if (IsMade(data) || File.Exists(data)) { return; }
        if (Directory.Exists(data)) { throw new DataException($"{data} is a folder, and holds neither images nor folders of them."); }
        if (Path.HasExtension(data)) { return; }
        if (data.AsSpan().ContainsAny("/\\")) { throw new DataException($"There is no file or folder {data}."); }
        string nearest = Spelling.Suggest(data, MadeSets);
        throw new DataException(
            $"There is no file or folder '{data}', and no set of that name.{nearest} Known sets: {string.Join(", ", MadeSets)}.");
    }

    private static Func<TrainRequest, ModelTraining> OpenTable(string data, TrainRequest request, CancellationToken cancellation)
    {
        Table? read = IsMade(data) ? null : ReadTable(data, request.Csv, request.Options.Seed, cancellation);
        Table? test = request.TestFile is { } file ? CsvTable.Read(file, request.Csv, cancellation) : null;
        return asked =>
        {
            Table table = read ?? ReadTable(data, asked.Csv, asked.Options.Seed, cancellation);
            bool needsTarget = read is null && asked.Options.Task != TaskKind.Reconstruction;
            return new TableTraining(table, asked.Target ?? (needsTarget ? MadeTarget : null), asked.Options, test);
        };
    }

    private static Func<TrainRequest, ModelTraining> OpenImages(string data, TrainRequest request, CancellationToken cancellation)
    {
        ImageOptions options = new() { Size = request.Size, NeedsClasses = request.Options.Task != TaskKind.Reconstruction };
        ImageParts? read = IsMade(data) ? null : ImageFiles.Read(data, options, cancellation);
        ImageSet? test = null;
        if (request.TestFile is { } file)
        {
            ImageSet known = (read ?? Made(request)).Training;
            test = ImageFiles.ReadForModel(file, known.Shape, known.Labels, stretch: request.Size is not null, cancellation);
        }
        return asked =>
        {
            ImageParts parts = read ?? Made(asked);
            return new ImageTraining(test is null ? parts : parts with { Test = test }, asked.Options, stretches: asked.Size is not null);
        };

        static ImageParts Made(TrainRequest asked) => new(DrawnDigits.Make(asked.Options.Seed));
    }

    private static ImageSet ReadImages(ImagePipeline pipeline, string data, ulong seed, CancellationToken cancellation) => IsMade(data)
        ? DrawnDigits.Make(seed)
        : ImageFiles.ReadForModel(data, pipeline.InputShape, pipeline.Target.Labels, pipeline.Stretches, cancellation);
}
