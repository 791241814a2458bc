using Rectify.Kernels;

namespace Rectify.Activations;

/// <summary>A rectifier with a ceiling.</summary>
public readonly record struct Relu6 : IActivation<Relu6>
{
    public static ActivationInfo Info { get; } = new("relu6")
    {
        Summary = "ReLU with a ceiling of six. A unit can fall silent at either end.",
        Formula = "min(max(x, 0), 6)",
        ChosenWhen = "numbers are stored in few bits, as on phones: nothing exceeds 6",
        FailsWhen = "inputs or weights are large: it is silent above 6 as well as below 0",
        Source = "Krizhevsky 2010",
        Kinks = [0, 6],
        IsPiecewiseLinear = true,
    };

    public static bool DerivativeFromOutput(Relu6 definition) => true;

    // Adding 0 makes −0 a plain 0.
    public T Forward<T>(T x) where T : struct, ILane<T> => T.AtMost(T.AtLeast(x, 0), 6) + 0;
    public T Derivative<T>(T x) where T : struct, ILane<T> => T.IfPositive(x, T.IfPositive(6 - x, 1, 0), 0);
}
