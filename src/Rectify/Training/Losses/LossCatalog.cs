using Rectify.Models;

namespace Rectify.Training;

/// <summary>Every loss, once.</summary>
public static class LossCatalog
{
    public static IReadOnlyList<LossEntry> All { get; } =
    [
        new("cross-entropy", OutputMeaning.ClassScores, (smoothing, weights) => new CrossEntropy(smoothing, weights)),
        new("bce", OutputMeaning.IndependentScores, (_, weights) => new BinaryCrossEntropy(weights)),
        new("mse", OutputMeaning.Values, (_, _) => new SquaredError()) { CreateOneHot = () => new SquaredError(oneHot: true) },
        new("mae", OutputMeaning.Values, (_, _) => new AbsoluteError()) { CreateOneHot = () => new AbsoluteError(oneHot: true) },
        new("huber", OutputMeaning.Values, (_, _) => new HuberLoss()) { CreateOneHot = () => new HuberLoss(oneHot: true) },
    ];

    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public static LossEntry Find(string name) => All.FirstOrDefault(e => e.Name == name)
        ?? throw Spelling.Unknown("loss", name, All.Select(e => e.Name));
}
