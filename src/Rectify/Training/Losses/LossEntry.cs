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

    /// <summary>
    /// Makes a loss of numbers for classes, which it fits badly: there to be wrong on purpose. Null of a loss for classes.
    /// </summary>
    internal Func<Loss>? CreateOneHot { get; init; }

    /// <summary>What outputs stand for where targets are classes, or are not.</summary>
    internal OutputMeaning MeaningFor(bool classes) => classes && CreateOneHot is not null ? OutputMeaning.ClassValues : Meaning;

    /// <summary>Makes the loss for outputs of a meaning.</summary>
    internal Loss CreateFor(OutputMeaning meaning, float smoothing = 0, IReadOnlyList<float>? classWeights = null)
        => meaning == OutputMeaning.ClassValues && CreateOneHot is { } create ? create() : Create(smoothing, classWeights);
}
