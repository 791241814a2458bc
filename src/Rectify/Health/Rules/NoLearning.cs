using System.Globalization;

namespace Rectify.Health;

/// <summary>
/// The network is no better than one that sees no inputs (the entropy of the class shares, the variance of the target), or cannot
/// become so, because a penalty outweighs all that the data say.
/// </summary>
public sealed class NoLearning : IHealthRule
{
    // A gain of under 1 % of the constant's loss is within what a lucky epoch of noise gives on some hundred rows.
    private const double LeastGain = 0.01;

    // While the run goes on, it has to have had some steps before it can be said to have learned nothing.
    private const int LeastEpochs = 10, LeastSteps = 300;

    // Where a network has settled, both pull alike.
    private const double LargestPull = 10;
    private const int Looks = 3;

    public string Id => "no-learning";
    public string Summary
        => "the lowest loss is not at least 1 % below the best constant prediction's; or in the last 3 looks penalties pulled "
        + "over 10 times as strongly as the loss on the weights of every hidden layer";
    public string Source
        => "By hand: a lucky epoch of noise gains under 1 % on some hundred rows; and where a network has settled, penalties and "
        + "loss pull alike.";

    public IEnumerable<Finding> Examine(HealthEvidence evidence)
    {
        if (PullOf(evidence) is > LargestPull and double pull)
        {
            string times = pull.ToString("G2", CultureInfo.InvariantCulture);
            yield return new(Id, Severity.Error, null, null, null, 0, 0,
                $"The penalties pull {times} times as strongly as the loss on the weights of every hidden layer: they shrink to nothing, "
                + "whatever the data say.",
                "Lower --l2 and --l1, by a hundred times or more.")
            {
                Options = evidence.Penalties.L1 > 0 ? "--l1 0 --l2 0.0001" : "--l2 0.0001",
            };
            yield break;
        }

        bool trained = evidence.Epochs.Count > 0;
        double? lowest = evidence.ModelLoss ?? (trained ? evidence.Epochs[^1].BestLoss : null);
        if (lowest is not { } loss || evidence.BaselineLoss is not { } baseline) { yield break; }
        if (!double.IsFinite(loss) || loss < (1 - LeastGain) * baseline) { yield break; }
        if (trained && !evidence.HasEnded && evidence.Epochs.Count < LeastEpochs && evidence.Epochs[^1].Step < LeastSteps) { yield break; }

        string after = trained && evidence.LearningRate is { } rate
            ? string.Create(CultureInfo.InvariantCulture, $" after {evidence.Epochs.Count} epochs at learning rate {rate:G3}")
            : "";
        string seen = string.Create(CultureInfo.InvariantCulture,
            $"The lowest loss is {loss:F4}{after}, but always saying the same gives {baseline:F4}");
        yield return new(Id, Severity.Error, null, null, null, 0, 0,
            seen + ": the inputs have told the network nothing.",
            "Mend the other findings first. Else try a learning rate ten times larger or smaller, "
            + "and ask whether these inputs can tell the target at all.");
    }

    // In the hidden layer where the loss has most to say; the last layer hears it at first hand.
    private static double PullOf(HealthEvidence evidence)
    {
        HealthLook[] recent = [.. evidence.Looks.Where(look => look.Weights.Count > 0).TakeLast(Looks)];
        return recent.Length < Looks ? 0 : recent.Min(
            look => look.Weights.Where(weight => weight.IsHidden || look.Weights.Count == 1).Min(weight => weight.PenaltyRatio));
    }
}
