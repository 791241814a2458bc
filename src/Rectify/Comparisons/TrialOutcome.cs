namespace Rectify.Comparisons;

/// <summary>How a run of a comparison went; its test rows are not read yet.</summary>
/// <param name="Trial">Which run.</param>
/// <param name="Epochs">Epochs done.</param>
/// <param name="BestEpoch">The epoch whose weights were kept.</param>
/// <param name="Seconds">In all.</param>
/// <param name="ValidationLoss">The lowest; NaN without validation rows.</param>
/// <param name="HasDiverged">Whether a number stopped being finite.</param>
/// <param name="Silent">The share of hidden units that are silent at the end, of all that can be.</param>
/// <param name="Zeros">The share of hidden outputs that are exactly zero.</param>
/// <param name="Cause">The rule of the first finding that is a warning or an error; null for a healthy run.</param>
/// <param name="Losses">The lowest validation loss so far, at the start and after each epoch; of training where none validate.</param>
/// <param name="Gradients">The size of the gradient in the first step, of each layer with weights in the order of computation.</param>
public sealed record TrialOutcome(
    Trial Trial, int Epochs, int BestEpoch, double Seconds, double ValidationLoss, bool HasDiverged,
    double Silent, double Zeros, string? Cause, IReadOnlyList<double> Losses, IReadOnlyList<LayerGradient> Gradients)
{
    public double SecondsPerEpoch => Epochs == 0 ? Seconds : Seconds / Epochs;
}
