using System.Globalization;

namespace Rectify.Health;

/// <summary>A number became NaN or infinite: the steps were too large for this network and these data.</summary>
public sealed class Diverged : IHealthRule
{
    public string Id => "diverged";
    public string Summary => "the loss is NaN or infinite";
    public string Source => "By definition.";

    public IEnumerable<Finding> Examine(HealthEvidence evidence)
    {
        if (evidence.Divergence is not { } divergence) { return []; }
        string advice = evidence.LearningRate is > 0 and float rate
            ? $"Lower the learning rate ({LowerRate.Option(rate)}), or limit steps with --clip 1."
            : "Look for extreme values in the data, and scale inputs with --scale standard.";
        string step = divergence.Step.ToString("N0", CultureInfo.InvariantCulture);
        return [new(Id, Severity.Error, divergence.Layer, divergence.Epoch, divergence.Step, 0, 0,
            $"The loss stopped being a finite number in epoch {divergence.Epoch}, step {step}; {divergence.Layer} shows it first.",
            advice) { Options = evidence.LearningRate is > 0 and float lower ? LowerRate.Option(lower) : "--scale standard" }];
    }
}
