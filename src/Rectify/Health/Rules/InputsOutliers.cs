using System.Globalization;

namespace Rectify.Health;

/// <summary>
/// A few rows so far from the others that scaling by them leaves the others nearly equal, and one batch with them moves every weight.
/// </summary>
public sealed class InputsOutliers : IHealthRule
{
    // Nearly all: of a long-tailed column of incomes or sizes the largest make half.
    private const double LargestShare = 0.95;

    public string Id => "inputs-outliers";
    public string Summary
        => "at most 5 % of the probe's rows make over 95 % of an input's variance, each over 30 deviations of the others away";
    public string Source
        => "By hand: nearly all of the variance, because in a column with a long tail, such as incomes, the largest rows make "
        + "half.";

    public IEnumerable<Finding> Examine(HealthEvidence evidence)
    {
        if (evidence.Inputs is not { Inputs.Count: > 0 } inputs) { return []; }
        InputStatistics.Input[] far =
            [.. inputs.Inputs.Where(i => i.OutlierVariance > LargestShare).OrderByDescending(i => i.Farthest)];
        if (far.Length == 0) { return []; }
        string distance = far[0].Farthest < 1e9
            ? string.Create(CultureInfo.InvariantCulture, $"the farthest is {far[0].Farthest:G3} deviations of the others away")
            : "the others are all equal";
        return [new(Id, Severity.Warning, null, 0, 0, far.Length, inputs.Inputs.Count,
            $"{far.Length} of {inputs.Inputs.Count} inputs have outliers that make nearly all of their variance; "
            + $"of {far[0].Name} {distance}.",
            "Look at those rows: correct them, mark them with --missing, or take the logarithm of the column.")];
    }
}
