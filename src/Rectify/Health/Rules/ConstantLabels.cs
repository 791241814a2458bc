using System.Globalization;

namespace Rectify.Health;

/// <summary>All targets are equal: there is nothing to tell apart.</summary>
public sealed class ConstantLabels : IHealthRule
{
    public string Id => "constant-labels";
    public string Summary => "every training row has the same target";
    public string Source => "By definition.";

    public IEnumerable<Finding> Examine(HealthEvidence evidence)
    {
        (string Label, int Count)[] present = [.. evidence.Classes.Where(c => c.Count > 0)];
        if (present.Length != 1) { return []; }
        string rows = present[0].Count.ToString("N0", CultureInfo.InvariantCulture);
        return [new(Id, Severity.Error, null, 0, 0, 1, evidence.Classes.Count,
            $"All {rows} training rows are of class {present[0].Label}: there is nothing to learn.",
            "Choose another --target, or add rows of other classes.")];
    }
}
