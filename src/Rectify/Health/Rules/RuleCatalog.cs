namespace Rectify.Health;

/// <summary>Every rule, once, root causes before what they lead to: findings are told in this order.</summary>
public static class RuleCatalog
{
    public static IReadOnlyList<IHealthRule> All { get; } =
    [
        new ConstantLabels(),
        new OutputLayer(),
        new WrongLoss(),
        new InputsConstant(),
        new InputsUnscaled(),
        new InputsOutliers(),
        new BornDead(),
        new InitialVariance(),
        new Diverged(),
        new UpdateRatio(),
        new VanishingGradient(),
        new ExplodingGradient(),
        new Saturation(),
        new DeadUnits(),
        new OscillatingLoss(),
        new NoLearning(),
        new ImbalancedLabels(),
        new SlowLearning(),
        new Overfitting(),
    ];
}
