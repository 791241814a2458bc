namespace Rectify.Health;

/// <summary>What units did in an epoch of training, and what went into them at its end.</summary>
/// <param name="Epoch">The epoch; 0 before the first step.</param>
/// <param name="Step">The steps that were done.</param>
/// <param name="Layers">One an activation layer, in the order of computation.</param>
public sealed record Portrait(int Epoch, long Step, IReadOnlyList<LayerPortrait> Layers);
