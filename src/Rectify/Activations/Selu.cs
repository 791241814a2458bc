using Rectify.Kernels;

namespace Rectify.Activations;

/// <summary>The scaled exponential linear unit.</summary>
public readonly record struct Selu : IActivation<Selu>
{
    public static ActivationInfo Info { get; } = new("selu")
    {
        Summary = "Elu with the one scale and floor that keep mean 0 and variance 1 from layer to layer.",
        Formula = "1.0507·(x if x > 0, else 1.6733·(eˣ − 1))",
        Source = "Klambauer, Unterthiner, Mayr, Hochreiter 2017, equation 2",
        Initialization = "lecun-normal",
        Kinks = [0],
        OnnxOperator = "Selu",
    };

    private const float Scale = 1.05070098735548049f, Floor = (float)(1.05070098735548049 * 1.67326324235437728);

    public T Forward<T>(T x) where T : struct, ILane<T> => T.IfPositive(x, Scale * x, Floor * T.ExpM1(T.Min(x, 0)));
    public T Derivative<T>(T x) where T : struct, ILane<T> => T.IfPositive(x, Scale, Floor * T.Exp(T.Min(x, 0)));
}
