using System.Globalization;

namespace Rectify.Health;

/// <summary>The loss goes up and down instead of down: steps too long, or batches too small to agree.</summary>
public sealed class OscillatingLoss : IHealthRule
{
    private const double LeastRise = 0.1;
    private const int Recent = 8, Least = 3;

    public string Id => "oscillating-loss";
    public string Summary
        => "of the last 8 epochs the training loss rose in at least 3, each time by over 10 % of the best constant prediction's "
        + "loss";
    public string Source => "By hand.";

    public IEnumerable<Finding> Examine(HealthEvidence evidence)
    {
        if (evidence.BaselineLoss is not > 0 and not null || evidence.Epochs.Count <= Least) { return []; }
        double[] losses = [.. evidence.Epochs.TakeLast(Recent + 1).Select(epoch => epoch.TrainingLoss)];
        double baseline = evidence.BaselineLoss ?? losses.Max();
        double[] rises = [.. losses.Zip(losses.Skip(1), (before, after) => (after - before) / baseline).Where(rise => rise > LeastRise)];
        if (rises.Length < Least) { return []; }
        string largest = (100 * rises.Max()).ToString("F0", CultureInfo.InvariantCulture);
        string advice = evidence.LearningRate is > 0 and float rate
            ? $"Lower the learning rate ({LowerRate.Option(rate)}), or use a larger --batch-size or less --momentum."
            : "Lower the learning rate, or use larger batches.";
        return [new(Id, Severity.Warning, null, null, null, rises.Length, losses.Length - 1,
            $"In {rises.Length} of the last {losses.Length - 1} epochs the training loss rose, by up to {largest} % of what always saying "
            + "the same gives.",
            advice) { Options = evidence.LearningRate is > 0 and float lower ? LowerRate.Option(lower) : null }];
    }
}
