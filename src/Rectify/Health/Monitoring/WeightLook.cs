namespace Rectify.Health;

/// <summary>What a step did to the weights of one layer.</summary>
/// <param name="Layer">The layer's name in its network.</param>
/// <param name="IsHidden">Whether other weights follow, rather than the loss.</param>
/// <param name="GradientSize">
/// The root mean square of the gradient of the loss by the layer's output, times the rows of the batch, over which the loss is a mean.
/// Penalties are not in it.
/// </param>
/// <param name="UpdateRatio">The root mean square of what the step added to the weights over that of the weights.</param>
/// <param name="Size">The root mean square of the weights.</param>
/// <param name="PenaltyRatio">
/// The root mean square of the penalties' gradient by the weights over that of the loss's; 0 without penalties.
/// </param>
public sealed record WeightLook(
    string Layer, bool IsHidden, double GradientSize, double UpdateRatio, double Size, double PenaltyRatio);
