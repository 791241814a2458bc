using Rectify.Health;

namespace Rectify.Reports.Runs;

/// <summary>How a run ended.</summary>
internal sealed record RunResult
{
    public required string Task { get; init; }
    public required int Parameters { get; init; }
    public required int Epochs { get; init; }
    public required int BestEpoch { get; init; }

    /// <summary>Why it stopped, in words with dashes: early-stop, diverged, …</summary>
    public required string Stopped { get; init; }

    public required double Seconds { get; init; }

    /// <summary>ok, warning or error.</summary>
    public required string Verdict { get; init; }

    /// <summary>By part, and by name in it.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> Metrics { get; init; }

    /// <summary>The same of always the majority, or the mean.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> Baseline { get; init; }

    public required IReadOnlyList<LayerCounts> Layers { get; init; }
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>What goes on with it, where it was not at its end.</summary>
    public string? Resume { get; init; }

    /// <summary>The part that says most: the test's where there is one.</summary>
    public string? Judged => ((string[])["test", "validation", "train"]).FirstOrDefault(Metrics.ContainsKey);
}
