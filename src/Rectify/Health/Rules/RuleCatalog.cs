namespace Rectify.Health;

/// <summary>Every rule, once, root causes before what they lead to: findings are told in this order.</summary>
public static class RuleCatalog
{
    public static IReadOnlyList<IHealthRule> All { get; } =
    [
        new ConstantLabels(),
        new InputsUnscaled(),
        new Diverged(),
        new BornDead(),
        new DeadUnits(),
        new NoLearning(),
        new ImbalancedLabels(),
    ];
}
