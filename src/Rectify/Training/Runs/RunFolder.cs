using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rectify.Data;

namespace Rectify.Training;

/// <summary>
/// A run as a folder: run.json to repeat it, events.jsonl as it went, result.json as it ended, the model, and of an autoencoder
/// of images a picture.
/// </summary>
public sealed class RunFolder
{
    private const string RunsFolder = "runs";
    private const string PlanFile = "run.json", EventsFile = "events.jsonl", ResultFile = "result.json", ModelFile = "model.safetensors";
    private const string PictureFile = "reconstructions.png";
    private static readonly string[] OwnFiles = [PlanFile, EventsFile, ResultFile, ModelFile, PictureFile];
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private RunFolder(string path) => Path = path;

    public string Path { get; }
    public string ModelPath => InFolder(ModelFile);
    public string EventsPath => InFolder(EventsFile);

    /// <summary>Images beside their reconstructions.</summary>
    public string PicturePath => InFolder(PictureFile);

    /// <summary>Whether a folder holds a run.</summary>
    public static bool IsRun(string path) => File.Exists(System.IO.Path.Combine(path, PlanFile));

    /// <summary>Makes the folder of a new run and checks that it can be written to.</summary>
    /// <param name="path">The folder itself; null for the next number in runs/, followed by the name.</param>
    /// <param name="name">What the run is about, e.g. the data file's name.</param>
    /// <param name="overwrite">Whether a run, or a file of one, that is there may be replaced.</param>
    /// <exception cref="DataException">It holds a run or a file of one already, or cannot be written to.</exception>
    public static RunFolder Create(string? path, string name, bool overwrite)
    {
        if (path is null) { return CreateNumbered(name); }
        if (File.Exists(path)) { throw new DataException($"{path} is a file: a run needs a folder. Choose another place with --out."); }
        if (!overwrite && Array.Find(OwnFiles, file => File.Exists(System.IO.Path.Combine(path, file))) is { } taken)
        {
            string what = IsRun(path) ? "a run" : $"a {taken}";
            throw new DataException(
                $"{path} holds {what} already. Choose another folder with --out, or replace it with --overwrite.");
        }

        Files.MakeFolder(path);
        var run = new RunFolder(path);
        run.Empty();
        return run;
    }

    /// <summary>The folder of an earlier run.</summary>
    /// <exception cref="DataException">It is not one.</exception>
    public static RunFolder Open(string path) => IsRun(path)
        ? new(path)
        : throw new DataException($"{path} is not the folder of a run: it has no {PlanFile}.");

    /// <summary>Keeps all that is needed to repeat the run.</summary>
    public void WritePlan(JsonObject plan) => Write(PlanFile, plan);

    /// <summary>Keeps how the run ended.</summary>
    public void WriteResult(JsonObject result) => Write(ResultFile, result);

    /// <summary>All that is needed to repeat the run.</summary>
    /// <exception cref="DataException">It was altered.</exception>
    public JsonObject ReadPlan()
    {
        string path = InFolder(PlanFile);
        try { return JsonNode.Parse(Files.ReadAllBytes(path)) as JsonObject ?? throw Altered("it is no JSON object"); }
        catch (JsonException e) { throw Altered("it is not JSON any more", e); }

        DataException Altered(string how, Exception? cause = null) => new($"{path} was altered: {how}.", cause);
    }

    private static RunFolder CreateNumbered(string name)
    {
        Files.MakeFolder(RunsFolder);
        string safe = string.Concat(name.Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-')).Trim('-');
        int number = 1 + Directory.EnumerateDirectories(RunsFolder)
            .Select(folder => System.IO.Path.GetFileName(folder).Split('-')[0])
            .Select(digits => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int n) ? n : 0)
            .DefaultIfEmpty(0).Max();
        string path = System.IO.Path.Combine(RunsFolder, string.Create(CultureInfo.InvariantCulture, $"{number:D4}-{safe}"));
        Files.MakeFolder(path);
        return new(path);
    }

    // What an earlier run left would otherwise pass for this one's if this one ends early.
    private void Empty()
    {
        foreach (string file in OwnFiles) { Files.Delete(InFolder(file)); }
    }

    private void Write(string file, JsonObject json)
        => Files.Replace(InFolder(file), stream => stream.Write(Encoding.UTF8.GetBytes(json.ToJsonString(Indented) + "\n")));

    private string InFolder(string file) => System.IO.Path.Combine(Path, file);
}
