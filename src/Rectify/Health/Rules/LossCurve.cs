namespace Rectify.Health;

/// <summary>What several rules ask of the loss.</summary>
internal static class LossCurve
{
    // Of two halves of the recent epochs, the later has to be better by a hundredth.
    private const double LeastFall = 0.01;
    private const int Recent = 6;

    /// <summary>Whether the training loss has lately been falling. In the first epochs nobody knows, and it counts as falling.</summary>
    public static bool IsFalling(HealthEvidence evidence)
    {
        if (evidence.Epochs.Count < 2) { return true; }
        double[] losses = [.. evidence.Epochs.TakeLast(Recent).Select(epoch => epoch.TrainingLoss)];
        int half = losses.Length / 2;
        return losses[^half..].Min() < (1 - LeastFall) * losses[..half].Min();
    }
}
