using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Rectify.Data;

namespace Rectify.Training;

/// <summary>
/// A run as a folder: run.json to repeat it, events.jsonl as it went, a checkpoint to go on from, result.json as it ended and
/// details.json what is known of each unit then, the model, a report to look at, and of an autoencoder of images a picture. Whoever
/// trains holds it alone until it is disposed of.
/// </summary>
public sealed class RunFolder : IDisposable
{
    private const string RunsFolder = "runs";
    private const string PlanFile = "run.json", EventsFile = "events.jsonl", ResultFile = "result.json", ModelFile = "model.safetensors";
    private const string PictureFile = "reconstructions.png", DetailsFile = "details.json", ReportFile = "report.html";
    private const string CheckpointFolder = "checkpoint";
    private static readonly string CheckpointFile = System.IO.Path.Combine(CheckpointFolder, "state.safetensors");
    private static readonly string[] OwnFiles =
        [PlanFile, EventsFile, ResultFile, DetailsFile, ModelFile, ReportFile, PictureFile, CheckpointFile];

    private readonly HeldFolder _folder;

    private RunFolder(HeldFolder folder) => _folder = folder;

    public string Path => _folder.Path;
    public string PlanPath => InFolder(PlanFile);
    public string ModelPath => InFolder(ModelFile);
    public string EventsPath => InFolder(EventsFile);
    public string CheckpointPath => InFolder(CheckpointFile);

    /// <summary>Images beside their reconstructions.</summary>
    public string PicturePath => InFolder(PictureFile);

    /// <summary>A page to look at.</summary>
    public string ReportPath => InFolder(ReportFile);

    /// <summary>Whether a folder holds a run.</summary>
    public static bool IsRun(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return File.Exists(System.IO.Path.Combine(path, PlanFile));
    }

    /// <summary>Makes the folder of a new run and checks that it can be written to.</summary>
    /// <param name="path">The folder itself; null for the next number in runs/, followed by the name.</param>
    /// <param name="name">What the run is about, e.g. the data file's name.</param>
    /// <param name="overwrite">Whether a run, or a file of one, that is there may be replaced.</param>
    /// <exception cref="DataException">It holds a run or a file of one already, is in use, or cannot be written to.</exception>
    public static RunFolder Create(string? path, string name, bool overwrite)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (path is null) { return new(HeldFolder.HoldNext(RunsFolder, name, CheckpointFolder, IsRun)); }
        if (File.Exists(path)) { throw new DataException($"{path} is a file: a run needs a folder. Choose another place with --out."); }
        if (!overwrite && Array.Find(OwnFiles, file => File.Exists(System.IO.Path.Combine(path, file))) is { } taken)
        {
            string what = IsRun(path) ? "a run" : $"a {taken}";
            throw new DataException(
                $"{path} holds {what} already. Choose another folder with --out, or replace it with --overwrite.");
        }

        RunFolder run = new(HeldFolder.Hold(path, CheckpointFolder));
        run.Empty();
        return run;
    }

    /// <summary>The folder of an earlier run, to be looked at.</summary>
    /// <exception cref="DataException">It is not one.</exception>
    public static RunFolder Open(string path) => IsRun(path)
        ? new(HeldFolder.Open(path))
        : throw new DataException($"{path} is not the folder of a run: it has no {PlanFile}.");

    /// <summary>The folder of an earlier run, to go on with it.</summary>
    /// <exception cref="DataException">It is not one, is in use, or cannot be written to.</exception>
    public static RunFolder Resume(string path) => new(HeldFolder.Hold(Open(path).Path, CheckpointFolder));

    /// <summary>Keeps all that is needed to repeat the run.</summary>
    public void WritePlan(JsonObject plan) => Write(PlanFile, plan);

    /// <summary>Keeps how the run ended.</summary>
    public void WriteResult(JsonObject result) => Write(ResultFile, result);

    /// <summary>Keeps what is known of each unit, and of the rows that the model is judged by, at the end.</summary>
    public void WriteDetails(JsonObject details) => Write(DetailsFile, details, compact: true);

    /// <summary>All that is needed to repeat the run.</summary>
    /// <exception cref="DataException">It was altered.</exception>
    public JsonObject ReadPlan() => _folder.Read(PlanFile);

    /// <summary>How the run ended; null where it has not.</summary>
    /// <exception cref="DataException">It was altered.</exception>
    public JsonObject? ReadResult() => _folder.ReadIfThere(ResultFile);

    /// <summary>What is known of its end in detail; null where it has not ended.</summary>
    /// <exception cref="DataException">It was altered.</exception>
    public JsonObject? ReadDetails() => _folder.ReadIfThere(DetailsFile);

    /// <summary>Where the run can go on from; null where it ended before it had a checkpoint, so that it begins anew.</summary>
    /// <exception cref="DataException">The checkpoint was altered.</exception>
    public Checkpoint? ReadCheckpoint()
    {
        if (File.Exists(CheckpointPath)) { return Checkpoint.Load(CheckpointPath); }
        Files.Delete(EventsPath);
        return null;
    }

    /// <summary>Lets others train in the folder.</summary>
    public void Dispose() => _folder.Dispose();

    // What an earlier run left would otherwise pass for this one's if this one ends early.
    private void Empty()
    {
        foreach (string file in OwnFiles) { Files.Delete(InFolder(file)); }
    }

    private void Write(
        string file, JsonObject json, bool compact = false, [CallerArgumentExpression(nameof(json))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(json, name);
        _folder.Write(file, json, compact);
    }

    private string InFolder(string file) => _folder.In(file);
}
