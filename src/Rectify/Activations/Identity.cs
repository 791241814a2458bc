using Rectify.Kernels;

namespace Rectify.Activations;

/// <summary>The function that changes nothing.</summary>
public readonly record struct Identity : IActivation<Identity>
{
    public static ActivationInfo Info { get; } = new("identity")
    {
        Summary = "Changes nothing: a layer without an activation.",
        Formula = "x",
        ChosenWhen = "the output of a regression, or a layer that shall stay linear",
        FailsWhen = "used in every hidden layer: the whole network is then one linear map",
        Source = "none needed",
        IsPiecewiseLinear = true,
        OnnxOperator = "Identity",
    };

    public T Forward<T>(T x) where T : struct, ILane<T> => x;
    public T Derivative<T>(T x) where T : struct, ILane<T> => 1;
}
