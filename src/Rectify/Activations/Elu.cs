using System.Runtime.CompilerServices;
using Rectify.Kernels;

namespace Rectify.Activations;

/// <summary>The exponential linear unit.</summary>
public readonly record struct Elu(float Alpha) : IActivation<Elu>
{
    public static ActivationInfo Info { get; } = new("elu")
    {
        Summary = "Bends smoothly to a floor of −alpha, which keeps the mean of a layer near zero.",
        Formula = "x if x > 0, else alpha·(eˣ − 1)",
        ChosenWhen = "a mean near zero matters and batch normalization is not used",
        FailsWhen = "biases far below zero still saturate it, slowly instead of at once; it costs an exponential",
        Source = "Clevert, Unterthiner, Hochreiter 2015",
        Settings = [new("alpha", Default: 1, OnnxAttribute: "alpha") { Minimum = 0 }],
        Kinks = [0],
        OnnxOperator = "Elu",
    };

    public static Elu Create(ReadOnlySpan<float> settings) => new(Alpha: settings[0]);
    public static float[] SettingsOf(Elu definition) => [definition.Alpha];

    // The exponential is taken of min(x, 0): a lane computes both sides, and e to a large x is infinite.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Forward<T>(T x) where T : struct, ILane<T>
    {
        Pair<T> floor = T.ExpM1Parts(T.AtMost(x, 0));
        return T.IfPositive(-x, Alpha == 1 ? floor.High : T.Fma(Alpha, floor.High, Alpha * floor.Low), x);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Derivative<T>(T x) where T : struct, ILane<T>
    {
        Decay<T> e = T.Decay(new(T.AtLeast(-x, 0), 0));
        return T.IfPositive(x, 1, e.Scale(Alpha * e.Mantissa.Rounded));
    }
}
