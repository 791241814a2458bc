using Rectify.Kernels;

namespace Rectify.Activations;

/// <summary>An exponential linear unit whose derivative is continuous for every alpha.</summary>
public readonly record struct Celu(float Alpha) : IActivation<Celu>
{
    public static ActivationInfo Info { get; } = new("celu")
    {
        Summary = "Like elu with a floor of −alpha, but without a kink whatever alpha is.",
        Formula = "x if x > 0, else alpha·(e^(x/alpha) − 1)",
        Source = "Barron 2017",
        Settings = [new("alpha", Default: 1, OnnxAttribute: "alpha") { Minimum = 0, ExcludesMinimum = true }],
        OnnxOperator = "Celu",
    };

    public static Celu Create(ReadOnlySpan<float> settings) => new(Alpha: settings[0]);
    public static float[] SettingsOf(Celu definition) => [definition.Alpha];

    public T Forward<T>(T x) where T : struct, ILane<T> => T.IfPositive(x, x, Alpha * T.ExpM1(T.Min(x, 0) / Alpha));
    public T Derivative<T>(T x) where T : struct, ILane<T> => T.IfPositive(x, 1, T.Exp(T.Min(x, 0) / Alpha));
}
