namespace Rectify.Reports.Comparisons;

/// <summary>One of the ways to train that were compared.</summary>
internal sealed record VariantStory
{
    public required string Name { get; init; }

    /// <summary>What to type to make its first run again.</summary>
    public required string Command { get; init; }

    public required double LearningRate { get; init; }

    /// <summary>One a seed.</summary>
    public required IReadOnlyList<double> Scores { get; init; }

    public required (double Mean, double Low, double High) Interval { get; init; }

    /// <summary>From the first variant; null of the first itself.</summary>
    public required (double Mean, double Low, double High, double P, bool IsClear, int? SeedsToTell)? Difference { get; init; }

    public required double Silent { get; init; }
    public required double Zeros { get; init; }
    public required double SecondsPerEpoch { get; init; }
    public required int Diverged { get; init; }

    /// <summary>The rule that most of its runs broke first, and how many; null of healthy ones.</summary>
    public required (string Rule, int Runs)? Cause { get; init; }

    /// <summary>The lowest validation loss so far, at the start and after each epoch: mean, lowest and highest over seeds.</summary>
    public required IReadOnlyList<(double Mean, double Lowest, double Highest)> Losses { get; init; }

    /// <summary>The size of the gradient in the first step, by layer.</summary>
    public required IReadOnlyList<(string Layer, double Size)> Gradients { get; init; }
}
