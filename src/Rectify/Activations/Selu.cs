using System.Runtime.CompilerServices;
using Rectify.Kernels;

namespace Rectify.Activations;

/// <summary>The scaled exponential linear unit.</summary>
public readonly record struct Selu : IActivation<Selu>
{
    public static ActivationInfo Info { get; } = new("selu")
    {
        Summary = "Elu with the one scale and floor that keep mean 0 and variance 1 from layer to layer.",
        Formula = "1.0507·(x if x > 0, else 1.6733·(eˣ − 1))",
        ChosenWhen = "a deep plain network of dense layers without normalization, from lecun-normal and standardised inputs",
        FailsWhen = "combined with batch normalization, dropout or another start: what keeps its mean and variance is then gone",
        Source = "Klambauer, Unterthiner, Mayr, Hochreiter 2017, equation 2",
        Initialization = "lecun-normal",
        Kinks = [0],
        OnnxOperator = "Selu",
    };

    private const double Scale = 1.0507009873554804934, Floor = Scale * 1.6732632423543772848;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Forward<T>(T x) where T : struct, ILane<T>
    {
        // The low part of an infinite x would be NaN.
        Pair<T> scale = Pair<T>.Of(Scale), floor = Pair<T>.Of(Floor) * T.ExpM1Parts(T.AtMost(x, 0));
        T right = T.Fma(x, scale.High, T.AtMost(x, float.MaxValue) * scale.Low);
        return T.IfPositive(x, right, T.IfPositive(-x, floor.Rounded, x));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Derivative<T>(T x) where T : struct, ILane<T>
    {
        Decay<T> e = T.Decay(new(T.AtLeast(-x, 0), 0));
        return T.IfPositive(x, (float)Scale, e.Scale((e.Mantissa * Pair<T>.Of(Floor)).Rounded));
    }
}
