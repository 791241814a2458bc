namespace Rectify.Training;

/// <summary>Every optimizer, once.</summary>
public static class OptimizerCatalog
{
    public static IReadOnlyList<OptimizerEntry> All { get; } =
    [
        new("adam", UsesMomentum: false, (_, _) => new Adam()),
        new("adamw", UsesMomentum: false, (_, _) => new Adam(decoupledDecay: true)),
        new("sgd", UsesMomentum: true, (momentum, nesterov) => new Sgd(momentum, nesterov)),
        new("rmsprop", UsesMomentum: true, (momentum, _) => new RmsProp(momentum)),
    ];

    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public static OptimizerEntry Find(string name) => All.FirstOrDefault(e => e.Name == name)
        ?? throw Spelling.Unknown("optimizer", name, All.Select(e => e.Name));
}
