using Rectify.Kernels;

namespace Rectify.Activations;

/// <summary>x·tanh(softplus(x)).</summary>
public readonly record struct Mish : IActivation<Mish>
{
    public static ActivationInfo Info { get; } = new("mish")
    {
        Summary = "Close to silu, with a slightly deeper dip below zero.",
        Formula = "x·tanh(log(1 + eˣ))",
        ChosenWhen = "detectors that were tuned for it; as smooth as silu with a deeper dip",
        FailsWhen = "speed matters: it is the dearest of the smooth rectifiers in other engines",
        Source = "Misra 2019",
        TurningPoints = [-1.1924312f],
        OnnxOperator = "Mish",
    };

    public T Forward<T>(T x) where T : struct, ILane<T> => T.WeighedCurve<MishTail>(x);
    public T Derivative<T>(T x) where T : struct, ILane<T> => T.Curve<MishSlope>(-x);
}
