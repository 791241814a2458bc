using Rectify.Data;

namespace Rectify.Health;

/// <summary>Inputs that are the same on every row: they can tell nothing apart.</summary>
public sealed class InputsConstant : IHealthRule
{
    public string Id => "inputs-constant";
    public string Summary => "an input is the same on every row of the probe: a hint; an error where all are";
    public string Source => "By definition. No case plants it.";

    public IEnumerable<Finding> Examine(HealthEvidence evidence)
    {
        if (evidence.Inputs is not { Inputs.Count: > 0 } inputs) { return []; }
        string[] constant = [.. inputs.Inputs.Where(input => input.Deviation == 0).Select(input => input.Name)];
        if (constant.Length == 0) { return []; }
        bool areAll = constant.Length == inputs.Inputs.Count;
        return [new(Id, areAll ? Severity.Error : Severity.Hint, null, 0, 0, constant.Length, inputs.Inputs.Count,
            $"{constant.Length} of {inputs.Inputs.Count} inputs are the same on every row: {Listing.Of(constant)}.",
            areAll ? "There is nothing to learn from: add columns that differ." : "They do no harm; --ignore leaves them out.")];
    }
}
