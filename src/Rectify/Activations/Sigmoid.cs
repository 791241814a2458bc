using Rectify.Kernels;

namespace Rectify.Activations;

/// <summary>The logistic function.</summary>
public readonly record struct Sigmoid : IActivation<Sigmoid>
{
    public static ActivationInfo Info { get; } = new("sigmoid")
    {
        Summary = "Squeezes any number into (0, 1). Saturates at both ends.",
        Formula = "1/(1 + e⁻ˣ)",
        ChosenWhen = "the output is a probability, or a gate",
        FailsWhen = "used in hidden layers: at most a quarter of the gradient passes, and the mean is far from zero",
        Source = "Verhulst 1838",
        Initialization = "glorot-uniform",
        OnnxOperator = "Sigmoid",
    };

    public T Forward<T>(T x) where T : struct, ILane<T> => T.Sigmoid(x);

    // Not y·(1 − y), which is 0 from 17 on.
    public T Derivative<T>(T x) where T : struct, ILane<T> => T.Curve<LogisticSlope>(T.Abs(x));
}
