namespace Rectify.Reports.Runs;

/// <summary>Numbers that a model was asked for, and what it said: at most some hundreds of the rows it is judged by.</summary>
/// <param name="Rows">All of those rows.</param>
/// <param name="True">What was so.</param>
/// <param name="Predicted">What the model said.</param>
internal sealed record Answers(int Rows, IReadOnlyList<float> True, IReadOnlyList<float> Predicted);
