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
    private const int MostRows = 256;
    private readonly ConcurrentBag<Workspace> _idle = [];

    /// <param name="network">The network; it must not be trained any more while it predicts.</param>
    /// <param name="pipeline">How rows become its inputs, and its outputs answers.</param>
    /// <param name="meaning">What its outputs stand for.</param>
    /// <param name="loss">The loss it was trained with, by which it is evaluated.</param>
    /// <exception cref="ArgumentException">The network's inputs, its outputs or their meaning do not fit the pipeline.</exception>
    public Model(Network network, Pipeline pipeline, OutputMeaning meaning, string loss)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(pipeline);
        ArgumentNullException.ThrowIfNull(loss);
        if (network.InputShape != pipeline.InputShape)
        {
            throw new ArgumentException(
                $"The network takes samples of {network.InputShape}, but the data pipeline makes {pipeline.InputShape}.");
        }
        CheckOutputs(network.OutputShape.Length, pipeline, meaning);
        (Network, Pipeline, Meaning, Loss) = (network, pipeline, meaning, loss);
    }

    public Network Network { get; }
    public Pipeline Pipeline { get; }
    public OutputMeaning Meaning { get; }

    /// <summary>The name of the loss it was trained with.</summary>
    public string Loss { get; }

    public TaskKind Task => Pipeline.Target.Task;

    /// <summary>The classes, in the order of <see cref="Prediction.Shares"/>; empty for the other tasks.</summary>
    public IReadOnlyList<string> Labels => Pipeline.Target.Labels;

    /// <summary>Reads a model file.</summary>
    /// <exception cref="DataException">It is missing, cut off, altered, from a newer version or no model.</exception>
    public static Model Load(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return ModelFile.Read(path);
    }

    /// <summary>Writes one safetensors file; an interrupted write leaves the old one or none.</summary>
    /// <exception cref="DataException">The place cannot be written to.</exception>
    public void Save(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        ModelFile.Write(this, path);
    }

    /// <summary>Predicts every row of a table, in order and as they are asked for. The target's column is not needed.</summary>
    /// <exception cref="DataException">The table lacks a column that the model needs, or the model is of images.</exception>
    public IEnumerable<Prediction> Predict(Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return Pipeline is TablePipeline pipeline ? Predict(pipeline.Bind(table)) : throw new DataException(
            $"{table.Name} is a table, but the model takes images of {Pipeline.InputShape}.");
    }

    /// <summary>Predicts every image, in order and as they are asked for. Their classes are not needed.</summary>
    /// <exception cref="DataException">The images have another shape than the model's, or the model is of a table.</exception>
    public IEnumerable<Prediction> Predict(ImageSet images)
    {
        ArgumentNullException.ThrowIfNull(images);
        return Pipeline is ImagePipeline pipeline ? Predict(pipeline.Bind(images)) : throw new DataException(
            $"{images.Name} holds images, but the model takes the rows of a table.");
    }

    /// <summary>Predicts every row of data that are tied to the model's pipeline, in order and as they are asked for.</summary>
    /// <exception cref="ArgumentException">They are tied to another pipeline, whose numbers would mean something else here.</exception>
    public IEnumerable<Prediction> Predict(BoundPipeline rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return ReferenceEquals(rows.Pipeline, Pipeline) ? PredictAll(rows) : throw new ArgumentException(
            $"{rows.Name} is tied to the pipeline of another model: tie it to this one's, with the Bind of its Pipeline.");
    }

    private static void CheckOutputs(int outputs, Pipeline pipeline, OutputMeaning meaning)
    {
        TargetEncoding target = pipeline.Target;
        bool classes = target.Task == TaskKind.Classification;
        if (classes != (meaning != OutputMeaning.Values))
        {
            throw new ArgumentException(classes
                ? $"Outputs that are values do not tell the classes of {target.Name}."
                : $"Outputs that are scores of classes do not tell the number that {target.Name} is.");
        }
        bool isOneOfTwo = outputs == 1 && target.Labels.Count == 2;
        if (outputs != pipeline.OutputCount && !isOneOfTwo)
        {
            string wanted = classes ? $"the {target.Labels.Count} classes of {target.Name} need" : $"{target.Name} needs";
            throw new ArgumentException($"The network puts out {outputs} numbers, but {wanted} {pipeline.OutputCount}.");
        }
    }

    private IEnumerable<Prediction> PredictAll(BoundPipeline rows)
    {
        int[] indices = new int[Network.BatchWithin(MostRows)];
        Workspace workspace = _idle.TryTake(out Workspace? idle) ? idle : new(Network, WorkspaceKind.Inference, indices.Length);
        SampleSource source = rows.ToSource();
        try
        {
            for (int start = 0; start < rows.Count; start += indices.Length)
            {
                int count = Math.Min(indices.Length, rows.Count - start);
                for (int i = 0; i < count; i++) { indices[i] = start + i; }
                workspace.Input.Count = count;
                source.Fill(indices.AsSpan(0, count), workspace.Input.Values, []);
                Batch output = workspace.Forward();
                for (int i = 0; i < count; i++) { yield return Read(workspace.Input.Row(i), output.Row(i)); }
            }
        }
        finally { _idle.Add(workspace); }
    }

    private Prediction Read(ReadOnlySpan<float> input, ReadOnlySpan<float> output)
    {
        if (Task == TaskKind.Regression) { return new(null, Pipeline.Target.ToValue(output[0]), []); }
        if (Task == TaskKind.Reconstruction) { return new(null, MeanSquaredError(input, output), []); }
        float[] shares = new float[Labels.Count];
        OutputReader.Shares(Meaning, output, shares);
        int likeliest = OutputReader.Likeliest(shares);
        return new(Labels[likeliest], shares[likeliest], shares);
    }

    private static double MeanSquaredError(ReadOnlySpan<float> input, ReadOnlySpan<float> output)
    {
        double sum = 0;
        for (int i = 0; i < input.Length; i++) { sum += (double)(output[i] - input[i]) * (output[i] - input[i]); }
        return sum / input.Length;
    }
}
