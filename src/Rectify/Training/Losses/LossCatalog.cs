namespace Rectify.Training;

/// <summary>Every loss, once.</summary>
public static class LossCatalog
{
    public static IReadOnlyList<LossEntry> All { get; } =
    [
        new("cross-entropy", IsForClasses: true, (smoothing, weights) => new CrossEntropy(smoothing, weights)),
        new("bce", IsForClasses: true, (_, weights) => new BinaryCrossEntropy(weights)),
        new("mse", IsForClasses: false, (_, _) => new SquaredError()),
        new("mae", IsForClasses: false, (_, _) => new AbsoluteError()),
        new("huber", IsForClasses: false, (_, _) => new HuberLoss()),
    ];

    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public static LossEntry Find(string name) => All.FirstOrDefault(e => e.Name == name)
        ?? throw new ArgumentException($"There is no loss called '{name}'. Known: {string.Join(", ", All.Select(e => e.Name))}.");
}
