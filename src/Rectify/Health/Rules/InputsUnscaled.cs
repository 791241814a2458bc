using System.Globalization;

namespace Rectify.Health;

/// <summary>
/// Inputs much larger than 1 make pre-activations, gradients and steps as much too large, and kill rectifiers in the first
/// steps.
/// </summary>
public sealed class InputsUnscaled : IHealthRule
{
    // He's and Glorot's starts are derived for inputs of mean square 1; a root of 3 is nine times the variance they allow for.
    private const double LargestRoot = 3;

    public string Id => "inputs-unscaled";
    public string Summary => "an input's root mean square over the probe is above 3";
    public string Source => "By hand: He et al. 2015 start from 1, and 3 is nine times that variance.";

    public IEnumerable<Finding> Examine(HealthEvidence evidence)
    {
        if (evidence.Inputs is not { } inputs) { return []; }
        InputStatistics.Input[] large =
            [.. inputs.Inputs.Where(i => i.RootMeanSquare > LargestRoot).OrderByDescending(i => i.RootMeanSquare)];
        if (large.Length == 0) { return []; }

        string size = large[0].RootMeanSquare.ToString("G3", CultureInfo.InvariantCulture);
        return [new(Id, Severity.Warning, null, 0, 0, large.Length, inputs.Inputs.Count,
            $"{large.Length} of {inputs.Inputs.Count} inputs reach the network unscaled; "
            + $"{large[0].Name} has a root mean square of {size}, where a standardised input has 1.",
            "Use --scale standard (or minmax).") { Options = "--scale standard" }];
    }
}
