using System.Globalization;

namespace Rectify.Health;

/// <summary>Classes of very different size: a network that ignores the small ones looks accurate.</summary>
public sealed class ImbalancedLabels : IHealthRule
{
    // Of k classes the smallest has under 0.55/k of the rows: 27.5 % of two, 18 % of three.
    private const double LeastEvenness = 0.55;

    public string Id => "imbalanced-labels";
    public string Summary => "the smallest class has under 0.55/classes of the training rows";
    public string Source => "By hand.";

    /// <summary>Whether accuracy would mislead, and balanced accuracy is the better judge.</summary>
    public static bool IsImbalanced(IReadOnlyList<int> counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        return counts.Count > 1 && counts.Min() * counts.Count < LeastEvenness * counts.Sum();
    }

    public IEnumerable<Finding> Examine(HealthEvidence evidence)
    {
        // One class alone is worse than imbalanced: constant-labels says so.
        bool isConstant = evidence.Classes.Count(c => c.Count > 0) < 2;
        if (isConstant || !IsImbalanced([.. evidence.Classes.Select(c => c.Count)])) { return []; }
        (string label, int count) = evidence.Classes.MinBy(c => c.Count);
        int rows = evidence.Classes.Sum(c => c.Count);
        string share = string.Create(CultureInfo.InvariantCulture, $"{count:N0} of {rows:N0} training rows ({100.0 * count / rows:F1} %)");
        return [new(Id, Severity.Warning, null, 0, 0, 1, evidence.Classes.Count,
            $"Class {label} is {share}: judge by balanced accuracy.",
            "Try --class-weight balanced.") { Options = "--class-weight balanced" }];
    }
}
