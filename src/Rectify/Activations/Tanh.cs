using System.Runtime.CompilerServices;
using Rectify.Kernels;

namespace Rectify.Activations;

/// <summary>The hyperbolic tangent.</summary>
public readonly record struct Tanh : IActivation<Tanh>
{
    public static ActivationInfo Info { get; } = new("tanh")
    {
        Summary = "Squeezes any number into (−1, 1), around 0. Saturates at both ends.",
        Formula = "(eˣ − e⁻ˣ)/(eˣ + e⁻ˣ)",
        ChosenWhen = "recurrent layers, and outputs between −1 and 1",
        FailsWhen = "deep networks: at both ends it saturates and the gradient vanishes",
        Source = "LeCun, Bottou, Orr, Müller 1998, section 4.4",
        Initialization = "glorot-uniform",
        OnnxOperator = "Tanh",
    };

    public T Forward<T>(T x) where T : struct, ILane<T> => T.Tanh(x);

    // 4·σ′(2x). Not 1 − y², which is 0 from 9 on.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Derivative<T>(T x) where T : struct, ILane<T> => T.Curve<TanhSlope>(T.Abs(x));
}
