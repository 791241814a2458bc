using System.Globalization;

namespace Rectify.Health;

/// <summary>The network learns its rows by heart: what it gains on them it loses on others.</summary>
public sealed class Overfitting : IHealthRule
{
    public string Id => "overfitting";
    public string Summary
        => "the training loss is under a half of the validation loss, which is 20 % above its best: a hint, because the best "
        + "epoch is kept";
    public string Source => "By hand. No case plants it.";

    public IEnumerable<Finding> Examine(HealthEvidence evidence)
    {
        if (evidence.Epochs is not [.., { } last] || !(last.ValidationLoss > 0)) { return []; }
        if (!(last.TrainingLoss < 0.5 * last.ValidationLoss && last.ValidationLoss > 1.2 * last.BestLoss)) { return []; }
        return [new(Id, Severity.Hint, null, last.Epoch, last.Step, 0, 0,
            string.Create(CultureInfo.InvariantCulture,
                $"The training loss is {last.TrainingLoss:G3}, the validation loss {last.ValidationLoss:G3}, above {last.BestLoss:G3} at ")
            + $"epoch {last.BestEpoch}, which is kept.",
            "More rows, --dropout 0.3, --l2 1e-4 or a smaller --hidden would help.") { Options = "--dropout 0.3" }];
    }
}
