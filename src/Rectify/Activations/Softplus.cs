using System.Runtime.CompilerServices;
using Rectify.Kernels;

namespace Rectify.Activations;

/// <summary>A smooth rectifier, log(1 + eˣ).</summary>
public readonly record struct Softplus(float Beta) : IActivation<Softplus>
{
    public static ActivationInfo Info { get; } = new("softplus")
    {
        Summary = "Smooth everywhere and never zero; larger beta brings it closer to relu.",
        Formula = "log(1 + e^(beta·x))/beta",
        ChosenWhen = "an output has to be positive, such as a variance or a rate",
        FailsWhen = "used in hidden layers: its mean is far above zero, and it has no exact zeros",
        Source = "Dugas, Bengio, Bélisle, Nadeau, Garcia 2001",
        Settings = [new("beta", Default: 1) { Minimum = 0, ExcludesMinimum = true }],
        OnnxOperator = "Softplus",
    };

    private const float End = 110;

    public static Softplus Create(ReadOnlySpan<float> settings) => new(Beta: settings[0]);
    public static float[] SettingsOf(Softplus definition) => [definition.Beta];

    // max(x, 0) + log(1 + e^−|x|), for beta·x. PyTorch's threshold is not needed: the logarithm fades by itself.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Forward<T>(T x) where T : struct, ILane<T>
    {
        if (Beta == 1) { return T.Smoothed<SoftplusTail>(x).Rounded; }

        // A large x is the whole sum, even where beta·x is infinite.
        return T.IfPositive(x - End / Beta, x, ((1 / Beta) * T.Smoothed<SoftplusTail>(Beta * x)).Rounded);
    }

    public T Derivative<T>(T x) where T : struct, ILane<T> => T.Sigmoid(Beta * x);
}
