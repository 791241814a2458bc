using Rectify.Kernels;

namespace Rectify.Activations;

/// <summary>A rectifier with a small slope on its negative side.</summary>
public readonly record struct LeakyRelu(float Slope) : IActivation<LeakyRelu>
{
    public static ActivationInfo Info { get; } = new("leaky-relu")
    {
        Summary = "Lets a little of the negative side through, so the gradient is never zero.",
        Formula = "x if x > 0, else slope·x",
        ChosenWhen = "units of a relu network die: a silent side that still passes gradient lets them come back",
        FailsWhen = "sparse codes are wanted, since it has no exact zeros; the slope is one more thing to choose",
        Source = "Maas, Hannun, Ng 2013, equation 2",
        Settings = [new("slope", Default: 0.01f, OnnxAttribute: "alpha")],
        Kinks = [0],
        TurningPoints = [0],
        IsPiecewiseLinear = true,
        OnnxOperator = "LeakyRelu",
    };

    public static LeakyRelu Create(ReadOnlySpan<float> settings) => new(Slope: settings[0]);
    public static float[] SettingsOf(LeakyRelu definition) => [definition.Slope];

    // With a negative slope both sides give positive outputs.
    public static bool DerivativeFromOutput(LeakyRelu definition) => definition.Slope > 0;

    public T Forward<T>(T x) where T : struct, ILane<T> => T.IfPositive(x, x, Slope * x);
    public T Derivative<T>(T x) where T : struct, ILane<T> => T.IfPositive(x, 1, Slope);
}
