using Rectify.Health;

namespace Rectify.Reports.Runs;

/// <summary>All that a run's folder tells, as far as it has come: what a report shows, and nothing else does it read.</summary>
internal sealed record RunStory
{
    /// <summary>The folder's name.</summary>
    public required string Name { get; init; }

    /// <summary>The command that repeats the run.</summary>
    public required string Command { get; init; }

    /// <summary>Where the data are.</summary>
    public required string Data { get; init; }

    /// <summary>What was chosen, as it would be typed, by name.</summary>
    public required IReadOnlyList<(string Name, string Value)> Options { get; init; }

    /// <summary>The version of the program that trained.</summary>
    public required string Version { get; init; }

    public required int PlannedEpochs { get; init; }
    public required int TrainingRows { get; init; }
    public required int ValidationRows { get; init; }

    /// <summary>The validation loss before the first step; NaN where there was no validation.</summary>
    public required double StartLoss { get; init; }

    public required IReadOnlyList<EpochPoint> Epochs { get; init; }
    public required IReadOnlyList<WeightPoint> Weights { get; init; }
    public required IReadOnlyList<Portrait> Portraits { get; init; }
    public required IReadOnlyList<StartPoint> Start { get; init; }

    /// <summary>Where a number stopped being finite, if one did.</summary>
    public required (int Epoch, long Step, string Layer)? Divergence { get; init; }

    /// <summary>How it ended; null where it has not, or was killed.</summary>
    public required RunResult? Result { get; init; }

    /// <summary>What is wrong: as the end judged it, or where there is no end, as it was told on the way.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>The units with the weights that were kept; empty before the end.</summary>
    public required IReadOnlyList<LayerFacts> Layers { get; init; }

    /// <summary>The part of the data of which <see cref="Confusion"/> or <see cref="Answers"/> are.</summary>
    public required string? Part { get; init; }

    public required Confusion? Confusion { get; init; }
    public required Answers? Answers { get; init; }

    /// <summary>Images beside their reconstructions, as a PNG file; empty where there are none.</summary>
    public required byte[] Picture { get; init; }

    /// <summary>The epoch whose weights were kept; 0 for those before training.</summary>
    public int BestEpoch => Result?.BestEpoch ?? Epochs.MinBy(e => e.ValidationLoss)?.Epoch ?? 0;
}
