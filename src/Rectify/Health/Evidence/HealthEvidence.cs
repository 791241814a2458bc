using Rectify.Networks;
using Rectify.Training;

namespace Rectify.Health;

/// <summary>All that rules look at. What was not measured is null or empty.</summary>
public sealed record HealthEvidence
{
    /// <summary>The units, as they are now.</summary>
    public required IReadOnlyList<LayerCensus> Layers { get; init; }

    /// <summary>The units before the first step; empty where there was no training.</summary>
    public IReadOnlyList<LayerCensus> LayersAtStart { get; init; } = [];

    /// <summary>The network; null where only its units are known.</summary>
    public Network? Network { get; init; }

    /// <summary>How likely such a network is born dead; null where nobody asked.</summary>
    public BornDeadForecast? BornDead { get; init; }

    /// <summary>What is minimized, as it is typed, e.g. cross-entropy; null where it is not known.</summary>
    public string? Loss { get; init; }

    /// <summary>What is learned; null where it is not known.</summary>
    public Data.TaskKind? Task { get; init; }

    /// <summary>
    /// For each layer and unit the step since which it has been silent on every look, or null where it is not; empty without training.
    /// </summary>
    public IReadOnlyDictionary<string, long?[]> SilentSince { get; init; } = new Dictionary<string, long?[]>();

    /// <summary>Steps of an epoch.</summary>
    public int StepsPerEpoch { get; init; } = 1;

    /// <summary>Every look of the monitor, in order, the first before the first step; empty where there was no training.</summary>
    public IReadOnlyList<HealthLook> Looks { get; init; } = [];

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

    /// <summary>What the plan adds to the loss for large weights.</summary>
    public Penalties Penalties { get; init; }

    /// <summary>Whether there are no more steps to come.</summary>
    public bool HasEnded { get; init; } = true;

    /// <summary>The peak learning rate; null where there was no training.</summary>
    public float? LearningRate { get; init; }

    /// <summary>The epoch in which a step is, from 1; 0 for none.</summary>
    public int EpochOf(long step) => (int)((step + StepsPerEpoch - 1) / StepsPerEpoch);
}
