namespace Rectify.Models;

/// <summary>What a model says of one row.</summary>
/// <param name="Label">The likeliest class; null for regression.</param>
/// <param name="Value">The predicted number in the target's unit; for classification the share of the likeliest class.</param>
/// <param name="Shares">For each class the share that the model gives it; empty for regression.</param>
public sealed record Prediction(string? Label, double Value, IReadOnlyList<float> Shares);
