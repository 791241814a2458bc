namespace Rectify.Health;

/// <summary>A look at the whole network in training.</summary>
/// <param name="Epoch">The epoch in which it was; 0 before the first step.</param>
/// <param name="Step">The steps that were done.</param>
/// <param name="LearningRate">Of the last of them.</param>
/// <param name="Units">One an activation layer, in the order of computation.</param>
/// <param name="Weights">One a layer with weights, in the order of computation; empty before the first step.</param>
public sealed record HealthLook(
    int Epoch, long Step, float LearningRate, IReadOnlyList<UnitLook> Units, IReadOnlyList<WeightLook> Weights);
