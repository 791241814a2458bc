namespace Rectify.Training;

/// <summary>What is added to the loss for large weights: λ₁·Σ|w| + λ₂/2·Σw², over weights only (no biases, no slopes).</summary>
/// <param name="L1">λ₁.</param>
/// <param name="L2">λ₂.</param>
/// <param name="Decay">The share by which each weight shrinks in a step by itself, as in AdamW.</param>
public readonly record struct Penalties(float L1, float L2, float Decay = 0);
