using System.Text.Json.Nodes;
using Rectify.Kernels;

namespace Rectify.Data;

/// <summary>How the rows of a person's data become a network's inputs, and what its outputs answer: learned on the training part.</summary>
public abstract class Pipeline
{
    private protected const string Place = "the model's data pipeline";

    private protected Pipeline(TargetEncoding target) => Target = target;

    public TargetEncoding Target { get; }

    /// <summary>The shape of one row's inputs.</summary>
    public abstract Shape InputShape { get; }

    /// <summary>The name of each of the <see cref="Shape.Units"/> numbers at a position: a table's features, an image's channels.</summary>
    public abstract IReadOnlyList<string> FeatureNames { get; }

    /// <summary>How many numbers a network has to put out: one for each class, one, or as many as go in.</summary>
    public int OutputCount => Target.Task switch
    {
        TaskKind.Classification => Target.Labels.Count,
        TaskKind.Reconstruction => InputShape.Length,
        _ => 1,
    };

    /// <summary>All that was learned, for a model file. Numbers come back as they were, bit for bit.</summary>
    public abstract JsonObject ToJson();

    /// <summary>The pipeline that <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="DataException">A field is missing or of the wrong kind.</exception>
    public static Pipeline FromJson(JsonNode? json)
        => ImagePipeline.Wrote(json) ? ImagePipeline.FromJson(json) : TablePipeline.FromJson(json);
}
