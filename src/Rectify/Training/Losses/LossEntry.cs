namespace Rectify.Training;

/// <summary>A loss in <see cref="LossCatalog"/>.</summary>
/// <param name="Name">As typed.</param>
/// <param name="IsForClasses">Whether targets are classes.</param>
/// <param name="Create">Makes it from label smoothing and class weights, which losses of numbers ignore.</param>
public sealed record LossEntry(string Name, bool IsForClasses, Func<float, IReadOnlyList<float>?, Loss> Create);
