using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Rectify.Data;
using Rectify.Models;
using Rectify.Training;

namespace Rectify.Comparisons;

/// <summary>
/// A comparison as a folder: compare.json to repeat it or go on with it, runs.jsonl with a line for each run that is done, their models,
/// result.json and a page to look at. Whoever compares holds it alone until it is disposed of.
/// </summary>
public sealed class ComparisonFolder : ITrialStore, IDisposable
{
    private const string ComparisonsFolder = "comparisons", ModelsFolder = "models";
    private const string PlanFile = "compare.json", RunsFile = "runs.jsonl", ResultFile = "result.json", PageFile = "comparison.html";

    private readonly HeldFolder _folder;
    private readonly Dictionary<Trial, TrialOutcome> _done = [];
    private FileStream? _runs;

    private ComparisonFolder(HeldFolder folder) => _folder = folder;

    public string Path => _folder.Path;
    public string PlanPath => _folder.In(PlanFile);

    /// <summary>A page to look at.</summary>
    public string PagePath => _folder.In(PageFile);

    /// <summary>Whether a folder holds a comparison.</summary>
    public static bool IsComparison(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return File.Exists(System.IO.Path.Combine(path, PlanFile));
    }

    /// <summary>Makes the folder of a new comparison.</summary>
    /// <param name="path">The folder itself; null for the next number in comparisons/, followed by the name.</param>
    /// <param name="name">What it is about, e.g. the data file's name.</param>
    /// <exception cref="DataException">It holds something already, is in use, or cannot be written to.</exception>
    public static ComparisonFolder Create(string? path, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (path is null) { return new(HeldFolder.HoldNext(ComparisonsFolder, name, ModelsFolder, IsComparison)); }
        if (File.Exists(path))
        {
            throw new DataException($"{path} is a file: a comparison needs a folder. Choose another place with --out.");
        }
        if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any())
        {
            throw new DataException(
                $"{path} is not empty. Choose another folder with --out, or go on with a comparison that is there: --resume {path}.");
        }
        return new(HeldFolder.Hold(path, ModelsFolder));
    }

    /// <summary>The folder of an earlier comparison, to go on with it.</summary>
    /// <exception cref="DataException">It is not one, is in use, or cannot be written to.</exception>
    public static ComparisonFolder Resume(string path)
    {
        ComparisonFolder folder = new(HeldFolder.Hold(Open(path).Path, ModelsFolder));
        folder.ReadRuns();
        return folder;
    }

    /// <summary>The folder of an earlier comparison, to be looked at.</summary>
    /// <exception cref="DataException">It is not one.</exception>
    public static ComparisonFolder Open(string path) => IsComparison(path)
        ? new(HeldFolder.Open(path))
        : throw new DataException($"{path} is not the folder of a comparison: it has no {PlanFile}.");

    /// <summary>Keeps all that is needed to repeat it.</summary>
    public void WritePlan(JsonObject plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        _folder.Write(PlanFile, plan);
    }

    /// <summary>Keeps what was found.</summary>
    public void WriteResult(JsonObject result)
    {
        ArgumentNullException.ThrowIfNull(result);
        _folder.Write(ResultFile, result);
    }

    /// <summary>All that is needed to repeat it.</summary>
    /// <exception cref="DataException">It was altered.</exception>
    public JsonObject ReadPlan() => _folder.Read(PlanFile);

    /// <summary>What was found; null where it has not ended.</summary>
    /// <exception cref="DataException">It was altered.</exception>
    public JsonObject? ReadResult() => _folder.ReadIfThere(ResultFile);

    public TrialOutcome? Find(Trial trial) => _done.GetValueOrDefault(trial);

    /// <exception cref="DataException">The folder cannot be written to any more; the runs before are kept.</exception>
    public void Keep(TrialOutcome outcome, Model model)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        ArgumentNullException.ThrowIfNull(model);
        model.Save(ModelPath(outcome.Trial));
        Files.AppendLine(_runs ??= Files.Append(_folder.In(RunsFile)), TrialJson.Of(outcome).ToJsonString());
        _done[outcome.Trial] = outcome;
    }

    /// <exception cref="DataException">The file is gone or was altered.</exception>
    public Model ModelOf(Trial trial) => Model.Load(ModelPath(trial));

    /// <summary>Lets others compare in the folder.</summary>
    public void Dispose()
    {
        _runs?.Dispose();
        _folder.Dispose();
    }

    private string ModelPath(Trial trial) => _folder.In(System.IO.Path.Combine(ModelsFolder, string.Create(
        CultureInfo.InvariantCulture, $"{trial.Variant + 1}-seed{trial.Seed}-lr{trial.LearningRate}.safetensors")));

    // A line that a killed process left half-written goes, and its run is done again; so is one whose model is gone.
    private void ReadRuns()
    {
        string path = _folder.In(RunsFile);
        if (!File.Exists(path)) { return; }
        List<string> kept = [];
        foreach (string line in Encoding.UTF8.GetString(Files.ReadAllBytes(path)).Split('\n'))
        {
            if (TrialJson.TryRead(line) is not { } outcome || !File.Exists(ModelPath(outcome.Trial))) { continue; }
            _done[outcome.Trial] = outcome;
            kept.Add(line + "\n");
        }
        Files.Replace(path, stream => stream.Write(Encoding.UTF8.GetBytes(string.Concat(kept))));
    }
}
