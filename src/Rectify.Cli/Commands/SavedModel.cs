using Rectify.Data;
using Rectify.Models;
using Rectify.Training;

namespace Rectify.Cli.Commands;

/// <summary>A model named on the command line by its file, or by the folder of its run.</summary>
internal static class SavedModel
{
    public static string PathOf(string modelOrRun) => Directory.Exists(modelOrRun) ? RunFolder.Open(modelOrRun).ModelPath : modelOrRun;

    /// <exception cref="DataException">There is none, or it cannot be read.</exception>
    public static Model Load(string modelOrRun)
    {
        string path = PathOf(modelOrRun);
        return File.Exists(path) || path == modelOrRun
            ? Model.Load(path)
            : throw new DataException($"{modelOrRun} is a run that left no model: it ended before its weights were saved. Train again.");
    }

    /// <summary>The loss a model was trained with, by which it is judged.</summary>
    /// <exception cref="DataException">This program does not know it.</exception>
    public static Loss LossOf(Model model, string modelOrRun)
    {
        try { return LossCatalog.Find(model.Loss).CreateFor(model.Meaning); }
        catch (ArgumentException e) { throw new DataException($"{PathOf(modelOrRun)} cannot be judged: {e.Message}", e); }
    }

    /// <summary>Data as the model knows them.</summary>
    public static BoundPipeline Read(Model model, string data, ulong seed, CancellationToken cancellation)
        => Settings.DataSource.ReadFor(model.Pipeline, data, seed, cancellation);
}
