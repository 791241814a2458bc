using Rectify.Kernels;

namespace Rectify.Activations;

/// <summary>The function that changes nothing.</summary>
public readonly record struct Identity : IActivation<Identity>
{
    public static ActivationInfo Info { get; } = new("identity")
    {
        Summary = "Changes nothing: a layer without an activation.",
        Formula = "x",
        Source = "none needed",
        IsPiecewiseLinear = true,
        OnnxOperator = "Identity",
    };

    public T Forward<T>(T x) where T : struct, ILane<T> => x;
    public T Derivative<T>(T x) where T : struct, ILane<T> => 1;
}
