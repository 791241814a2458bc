using Rectify.Training;

namespace Rectify.Health;

/// <summary>All that rules look at. What was not measured is null or empty.</summary>
public sealed record HealthEvidence
{
    /// <summary>The units, as they are now.</summary>
    public required IReadOnlyList<LayerCensus> Layers { get; init; }

    /// <summary>The units before the first step; empty where there was no training.</summary>
    public IReadOnlyList<LayerCensus> LayersAtStart { get; init; } = [];

    /// <summary>
    /// For each layer and unit the epoch since which it has been silent on every look, or null where it is not; empty without
    /// training.
    /// </summary>
    public IReadOnlyDictionary<string, int?[]> SilentSince { get; init; } = new Dictionary<string, int?[]>();

    /// <summary>The inputs that reach the network; null where there were no rows to look at.</summary>
    public InputStatistics? Inputs { get; init; }

    /// <summary>Training rows of each class, by label; empty for regression.</summary>
    public IReadOnlyList<(string Label, int Count)> Classes { get; init; } = [];

    /// <summary>Every epoch, in order; empty where there was no training.</summary>
    public IReadOnlyList<TrainingEvent.EpochEnded> Epochs { get; init; } = [];

    /// <summary>The loss of the best constant prediction on the rows that decide which epoch is best.</summary>
    public double? BaselineLoss { get; init; }

    /// <summary>The loss of the model on the same rows as <see cref="BaselineLoss"/>; null where training tells it.</summary>
    public double? ModelLoss { get; init; }

    /// <summary>Where a number stopped being finite, if one did.</summary>
    public TrainingEvent.Diverged? Divergence { get; init; }

    /// <summary>The peak learning rate; null where there was no training.</summary>
    public float? LearningRate { get; init; }
}
