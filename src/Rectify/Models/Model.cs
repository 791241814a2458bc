using System.Collections.Concurrent;
using Rectify.Data;
using Rectify.Kernels;
using Rectify.Networks;

namespace Rectify.Models;

/// <summary>
/// A network with its data pipeline: all that prediction from raw rows needs. Many threads may read from one model at once.
/// </summary>
public sealed class Model
{
    private const int BatchSize = 256;
    private readonly ConcurrentBag<Workspace> _idle = [];

    /// <param name="network">The network; it must not be trained any more while it predicts.</param>
    /// <param name="pipeline">How rows become its inputs, and its outputs answers.</param>
    /// <param name="meaning">What its outputs stand for.</param>
    /// <param name="loss">The loss it was trained with, by which it is evaluated.</param>
    /// <exception cref="ArgumentException">The network's inputs, its outputs or their meaning do not fit the pipeline.</exception>
    public Model(Network network, TablePipeline pipeline, OutputMeaning meaning, string loss)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(pipeline);
        if (network.InputShape.Length != pipeline.InputWidth)
        {
            throw new ArgumentException(
                $"The network takes {network.InputShape.Length} numbers per sample, but the data pipeline makes {pipeline.InputWidth}.");
        }
        CheckOutputs(network.OutputShape.Length, pipeline.Target, meaning);
        (Network, Pipeline, Meaning, Loss) = (network, pipeline, meaning, loss);
    }

    public Network Network { get; }
    public TablePipeline Pipeline { get; }
    public OutputMeaning Meaning { get; }

    /// <summary>The name of the loss it was trained with.</summary>
    public string Loss { get; }

    public TaskKind Task => Pipeline.Target.Task;

    /// <summary>The classes, in the order of <see cref="Prediction.Shares"/>; empty for regression.</summary>
    public IReadOnlyList<string> Labels => Pipeline.Target.Labels;

    /// <summary>Reads a model file.</summary>
    /// <exception cref="DataException">It is missing, cut off, altered, from a newer version or no model.</exception>
    public static Model Load(string path) => ModelFile.Read(path);

    /// <summary>Writes one safetensors file; an interrupted write leaves the old one or none.</summary>
    /// <exception cref="DataException">The place cannot be written to.</exception>
    public void Save(string path) => ModelFile.Write(this, path);

    /// <summary>Predicts every row of a table, in order and as they are asked for. The target's column is not needed.</summary>
    /// <exception cref="DataException">The table lacks a column that the model needs.</exception>
    public IEnumerable<Prediction> Predict(Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return PredictAll(Pipeline.Bind(table));
    }

    private static void CheckOutputs(int outputs, TargetEncoding target, OutputMeaning meaning)
    {
        bool classes = target.Task == TaskKind.Classification;
        if (classes != (meaning != OutputMeaning.Values))
        {
            throw new ArgumentException(classes
                ? $"Outputs that are values do not tell the classes of {target.Name}."
                : $"Outputs that are scores of classes do not tell the number that {target.Name} is.");
        }
        bool isOneOfTwo = outputs == 1 && target.Labels.Count == 2;
        if (outputs != target.OutputCount && !isOneOfTwo)
        {
            string wanted = classes ? $"the {target.Labels.Count} classes of {target.Name} need" : $"{target.Name} needs";
            throw new ArgumentException($"The network puts out {outputs} numbers, but {wanted} {target.OutputCount}.");
        }
    }

    private IEnumerable<Prediction> PredictAll(BoundPipeline rows)
    {
        Workspace workspace = _idle.TryTake(out Workspace? idle) ? idle : new(Network, WorkspaceKind.Inference, BatchSize);
        try
        {
            for (int start = 0; start < rows.RowCount; start += BatchSize)
            {
                workspace.Input.Count = Math.Min(BatchSize, rows.RowCount - start);
                for (int i = 0; i < workspace.Input.Count; i++) { rows.Encode(start + i, workspace.Input.Row(i)); }
                Batch output = workspace.Forward();
                for (int i = 0; i < output.Count; i++) { yield return Read(output.Row(i)); }
            }
        }
        finally { _idle.Add(workspace); }
    }

    private Prediction Read(ReadOnlySpan<float> output)
    {
        if (Task == TaskKind.Regression) { return new(null, Pipeline.Target.ToValue(output[0]), []); }
        float[] shares = new float[Labels.Count];
        OutputReader.Shares(Meaning, output, shares);
        int likeliest = OutputReader.Likeliest(shares);
        return new(Labels[likeliest], shares[likeliest], shares);
    }
}
