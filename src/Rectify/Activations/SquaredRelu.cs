using Rectify.Kernels;

namespace Rectify.Activations;

/// <summary>The square of the rectifier.</summary>
public readonly record struct SquaredRelu : IActivation<SquaredRelu>
{
    public static ActivationInfo Info { get; } = new("squared-relu")
    {
        Summary = "Relu squared: no jump in the derivative, larger gradients for larger inputs.",
        Formula = "max(x, 0)²",
        ChosenWhen = "large transformers, where it was found by search (Primer)",
        FailsWhen = "pre-activations are large: outputs and gradients grow with them and training diverges",
        Source = "So et al. 2021 (Primer)",
    };

    public T Forward<T>(T x) where T : struct, ILane<T>
    {
        T positive = T.AtLeast(x, 0);
        return positive * positive;
    }

    public T Derivative<T>(T x) where T : struct, ILane<T> => 2 * T.AtLeast(x, 0);
}
