using Rectify.Models;

namespace Rectify.Training;

/// <summary>A loss in <see cref="LossCatalog"/>.</summary>
/// <param name="Name">As typed.</param>
/// <param name="Meaning">What the outputs of a network stand for that is trained with it.</param>
/// <param name="Create">Makes it from label smoothing and class weights, which losses of numbers ignore.</param>
public sealed record LossEntry(string Name, OutputMeaning Meaning, Func<float, IReadOnlyList<float>?, Loss> Create)
{
    /// <summary>Whether targets are classes.</summary>
    public bool IsForClasses => Meaning != OutputMeaning.Values;
}
