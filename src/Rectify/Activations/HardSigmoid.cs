using System.Runtime.CompilerServices;
using Rectify.Kernels;

namespace Rectify.Activations;

/// <summary>A sigmoid of three straight pieces.</summary>
public readonly record struct HardSigmoid : IActivation<HardSigmoid>
{
    public static ActivationInfo Info { get; } = new("hard-sigmoid")
    {
        Summary = "A sigmoid without exponentials: a ramp from 0 at −3 to 1 at 3.",
        Formula = "min(max(x + 3, 0), 6)/6",
        ChosenWhen = "a gate has to be cheap, as on small devices",
        FailsWhen = "a pre-activation leaves −3 to 3: the gradient there is exactly zero",
        Source = "Courbariaux, Bengio, David 2015; Howard et al. 2019",
        Kinks = [-3, 3],
        IsPiecewiseLinear = true,
    };

    // No ONNX operator is named: the one called HardSigmoid has a slope of 0.2 unless told otherwise.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Forward<T>(T x) where T : struct, ILane<T> => ((3 + new Pair<T>(T.AtMost(T.AtLeast(x, -3), 3), 0)) / 6f).Rounded;

    public T Derivative<T>(T x) where T : struct, ILane<T> => T.IfPositive(x + 3, T.IfPositive(3 - x, 1 / 6f, 0), 0);
}
