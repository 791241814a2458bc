using System.Globalization;

namespace Rectify.Health;

/// <summary>The network is no better than one that sees no inputs: the entropy of the class shares, the variance of the target.</summary>
public sealed class NoLearning : IHealthRule
{
    // A gain of under 1 % of the constant's loss is within what a lucky epoch of noise gives on some hundred rows.
    private const double LeastGain = 0.01;

    public string Id => "no-learning";
    public string Summary => "the lowest loss is not at least 1 % below the best constant prediction's (threshold ours)";

    public IEnumerable<Finding> Examine(HealthEvidence evidence)
    {
        bool trained = evidence.Epochs.Count > 0;
        double? lowest = evidence.ModelLoss ?? (trained ? evidence.Epochs[^1].BestLoss : null);
        if (lowest is not { } loss || evidence.BaselineLoss is not { } baseline) { return []; }
        if (!double.IsFinite(loss) || loss < (1 - LeastGain) * baseline) { return []; }

        string after = trained && evidence.LearningRate is { } rate
            ? string.Create(CultureInfo.InvariantCulture, $" after {evidence.Epochs.Count} epochs at learning rate {rate:G3}")
            : "";
        string seen = string.Create(CultureInfo.InvariantCulture,
            $"The lowest loss is {loss:F4}{after}, but always saying the same gives {baseline:F4}");
        return [new(Id, Severity.Error, null, trained ? 1 : null, trained ? evidence.Epochs[0].Step : null, 0, 0,
            seen + ": the inputs have told the network nothing.",
            "Mend the other findings first. Else try a learning rate ten times larger or smaller, "
            + "and ask whether these inputs can tell the target at all.")];
    }
}
