using Rectify.Activations;
using Rectify.Data;
using Rectify.Networks;

namespace Rectify.Training;

/// <summary>Everything that can be chosen about training on data. The defaults are meant to serve most of them as they are.</summary>
public sealed record TrainOptions : TrainingSettings
{
    /// <summary>What is learned; found from the target where null.</summary>
    public TaskKind? Task { get; init; }

    /// <summary>The network's layers.</summary>
    public NetworkDesign Design { get; init; } = new();

    /// <summary>Output units; null for what the task needs. Another number is there to be wrong on purpose.</summary>
    public int? OutputUnits { get; init; }

    /// <summary>How weights are drawn; what suits the activation where null.</summary>
    public Initializer? Initializer { get; init; }

    /// <summary>The loss's name; cross-entropy or mse by the task where null. One of numbers with classes is there to be wrong.</summary>
    public string? Loss { get; init; }

    /// <summary>The share of each class target that is spread over all classes.</summary>
    public float LabelSmoothing { get; init; }
    public ClassWeighting ClassWeighting { get; init; }

    public Scaling Scaling { get; init; } = Scaling.Standard;

    /// <summary>The share of rows that decide when to stop.</summary>
    public double Validation { get; init; } = Split.DefaultShare;

    /// <summary>The share of rows held back for the last word; ignored where a test table is given.</summary>
    public double Test { get; init; } = Split.DefaultShare;

    /// <summary>How training varies its images, anew in every epoch; null for what suits the network. Nothing to a table.</summary>
    public Augmentation? Augmentation { get; init; }

    /// <summary>What of it concerns the data.</summary>
    internal DataOptions OfData => new()
    {
        Task = Task, Scaling = Scaling, Validation = Validation, Test = Test, Seed = Seed,
        Augmentation = Augmentation ?? (MayConvolve ? ImageDefaults.Augmentation : Augmentation.None),
    };

    // Whether images are learned by a convolutional network: asked before there are any.
    private bool MayConvolve => Task != TaskKind.Reconstruction && Design.Channels is not { Count: 0 };

    /// <summary>The options with everything decided that was left to the data.</summary>
    internal TrainOptions For(LearningData data) => !data.Pipeline.InputShape.IsImage ? this : this with
    {
        Schedule = Schedule ?? ImageDefaults.Schedule,
        Warmup = Warmup ?? ImageDefaults.Warmup(data.Training.Count, BatchSize),
    };
}
