namespace Rectify.Data;

/// <summary>How data are made ready for learning.</summary>
public sealed record DataOptions
{
    /// <summary>What is learned; found from the data where null.</summary>
    public TaskKind? Task { get; init; }

    public Scaling Scaling { get; init; } = Scaling.Standard;

    /// <summary>The share of rows that decide when to stop.</summary>
    public double Validation { get; init; } = Split.DefaultShare;

    /// <summary>The share of rows held back for the last word; ignored where a test part is given.</summary>
    public double Test { get; init; } = Split.DefaultShare;

    /// <summary>How training varies its images; nothing to a table.</summary>
    public Augmentation Augmentation { get; init; } = Augmentation.None;

    /// <summary>Draws the split and the augmentation.</summary>
    public ulong Seed { get; init; } = 42;
}
