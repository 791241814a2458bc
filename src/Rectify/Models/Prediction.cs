namespace Rectify.Models;

/// <summary>What a model says of one row.</summary>
/// <param name="Label">The likeliest class; null for the other tasks.</param>
/// <param name="Value">
/// The predicted number in the target's unit; for classification the share of the likeliest class; for reconstruction the mean
/// squared error of the row's inputs as the network sees them, which is large where a row is unlike those that were learned.
/// </param>
/// <param name="Shares">For each class the share that the model gives it; empty for the other tasks.</param>
public sealed record Prediction(string? Label, double Value, IReadOnlyList<float> Shares);
