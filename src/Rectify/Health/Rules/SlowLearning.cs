using System.Globalization;

namespace Rectify.Health;

/// <summary>The loss was still falling when the epochs were over.</summary>
public sealed class SlowLearning : IHealthRule
{
    private const double LeastFall = 0.05;
    private const int Least = 10;

    public string Id => "slow-learning";
    public string Summary
        => "when the epochs were over, the last tenth of them had still taken over 5 % off the validation loss, and the best was "
        + "the last: a hint";
    public string Source => "By hand. No case plants it.";

    public IEnumerable<Finding> Examine(HealthEvidence evidence)
    {
        if (evidence.Epochs is not [.., { } last] || evidence.Epochs.Count < Least || last.BestEpoch != last.Epoch) { return []; }
        int tenth = evidence.Epochs.Count / 10;
        double before = evidence.Epochs[^(tenth + 1)].ValidationLoss;
        if (!(before - last.ValidationLoss > LeastFall * Math.Abs(before))) { return []; }
        string fall = (100 * (1 - last.ValidationLoss / before)).ToString("F0", CultureInfo.InvariantCulture);
        return [new(Id, Severity.Hint, null, last.Epoch, last.Step, 0, 0,
            $"The last {(tenth == 1 ? "epoch" : $"{tenth} epochs")} still took {fall} % off the validation loss.",
            "Give it more --epochs, or a higher --lr.") { Options = $"--epochs {2 * evidence.Epochs.Count}" }];
    }
}
