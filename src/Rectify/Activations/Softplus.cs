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
        Source = "Dugas, Bengio, Bélisle, Nadeau, Garcia 2001",
        Settings = [new("beta", Default: 1) { Minimum = 0, ExcludesMinimum = true }],
        OnnxOperator = "Softplus",
    };

    public static Softplus Create(ReadOnlySpan<float> settings) => new(Beta: settings[0]);
    public static float[] SettingsOf(Softplus definition) => [definition.Beta];

    // PyTorch's threshold is not needed: beyond 20 the logarithm is below half a unit in the last place of x.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Forward<T>(T x) where T : struct, ILane<T> => T.Max(x, 0) + T.Log1P(T.Exp(-T.Abs(Beta * x))) / Beta;

    public T Derivative<T>(T x) where T : struct, ILane<T> => T.Sigmoid(Beta * x);
}
