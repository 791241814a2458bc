namespace Rectify.Reports.Runs;

/// <summary>What a step that was looked at did to the weights of one layer.</summary>
/// <param name="Step">The step, from 1.</param>
/// <param name="Layer">The layer's name in its network.</param>
/// <param name="Gradient">The size of the gradient by the layer's output.</param>
/// <param name="UpdateRatio">The size of the update over that of the weights.</param>
internal sealed record WeightPoint(long Step, string Layer, double Gradient, double UpdateRatio);
