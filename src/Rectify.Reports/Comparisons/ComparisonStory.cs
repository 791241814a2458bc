namespace Rectify.Reports.Comparisons;

/// <summary>A comparison as its folder tells it.</summary>
internal sealed record ComparisonStory
{
    /// <summary>The folder's name.</summary>
    public required string Name { get; init; }

    public required string Version { get; init; }

    /// <summary>What to type to compare again.</summary>
    public required string Command { get; init; }

    /// <summary>What the intervals name.</summary>
    public required string Headline { get; init; }

    /// <summary>A sentence for each difference that is not clear.</summary>
    public required IReadOnlyList<string> Details { get; init; }
    public required IReadOnlyList<string> Reasons { get; init; }

    /// <summary>What the intervals take for granted.</summary>
    public required string Assumption { get; init; }

    /// <summary>accuracy, balanced accuracy, rmse or R².</summary>
    public required string Measure { get; init; }

    public required bool LargerIsBetter { get; init; }

    /// <summary>test, validation or train.</summary>
    public required string Part { get; init; }

    /// <summary>Rows that one run is scored on.</summary>
    public required int Rows { get; init; }

    public required IReadOnlyList<string> Seeds { get; init; }

    /// <summary>What validation chose from; empty where there was nothing to choose.</summary>
    public required IReadOnlyList<double> LearningRates { get; init; }

    public required IReadOnlyList<VariantStory> Variants { get; init; }
}
