namespace Rectify.Activations;

/// <summary>What is known of an activation beside its two formulas.</summary>
/// <param name="Name">As typed on the command line, e.g. leaky-relu.</param>
public sealed record ActivationInfo(string Name);
