using System.Runtime.CompilerServices;
using Rectify.Kernels;

namespace Rectify.Activations;

/// <summary>An exponential linear unit whose derivative is continuous for every alpha.</summary>
public readonly record struct Celu(float Alpha) : IActivation<Celu>
{
    public static ActivationInfo Info { get; } = new("celu")
    {
        Summary = "Like elu with a floor of −alpha, but without a kink whatever alpha is.",
        Formula = "x if x > 0, else alpha·(e^(x/alpha) − 1)",
        ChosenWhen = "elu is wanted with another alpha, without a kink",
        FailsWhen = "its floor saturates as that of elu does",
        Source = "Barron 2017",
        Settings = [new("alpha", Default: 1, OnnxAttribute: "alpha") { Minimum = 0, ExcludesMinimum = true }],
        OnnxOperator = "Celu",
    };

    public static Celu Create(ReadOnlySpan<float> settings) => new(Alpha: settings[0]);
    public static float[] SettingsOf(Celu definition) => [definition.Alpha];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Forward<T>(T x) where T : struct, ILane<T>
    {
        Pair<T> floor = T.ExpM1Parts(T.AtMost(x, 0) * (1 / Alpha));
        return T.IfPositive(-x, Alpha == 1 ? floor.High : T.Fma(Alpha, floor.High, Alpha * floor.Low), x);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Derivative<T>(T x) where T : struct, ILane<T>
    {
        Decay<T> e = T.Decay(new(T.AtLeast(-x, 0) * (1 / Alpha), 0));
        return T.IfPositive(x, 1, e.Scale(e.Mantissa.Rounded));
    }
}
