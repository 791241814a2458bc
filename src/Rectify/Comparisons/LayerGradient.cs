namespace Rectify.Comparisons;

/// <summary>How large a gradient is when it reaches a layer.</summary>
/// <param name="Layer">The layer's name.</param>
/// <param name="Size">The root mean square of the gradient of a row's loss by the layer's output.</param>
public sealed record LayerGradient(string Layer, double Size);
