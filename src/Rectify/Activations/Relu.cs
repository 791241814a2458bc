using Rectify.Kernels;

namespace Rectify.Activations;

/// <summary>The rectifier: max(x, 0).</summary>
public readonly record struct Relu : IActivation<Relu>
{
    public static ActivationInfo Info { get; } = new("relu")
    {
        Summary = "Keeps what is positive. A unit that is never positive passes no gradient.",
        Formula = "max(x, 0)",
        ChosenWhen = "nothing speaks against it: the default of dense and convolutional layers, cheap, with a gradient of 0 or 1 and "
            + "exact zeros",
        FailsWhen = "large steps, outliers or a bad start push biases far below zero: such a unit passes no gradient and stays silent",
        Source = "Nair, Hinton 2010; Glorot, Bordes, Bengio 2011, section 3",
        Kinks = [0],
        IsPiecewiseLinear = true,
        OnnxOperator = "Relu",
    };

    public static bool DerivativeFromOutput(Relu definition) => true;

    // Adding 0 makes −0 a plain 0.
    public T Forward<T>(T x) where T : struct, ILane<T> => T.AtLeast(x, 0) + 0;
    public T Derivative<T>(T x) where T : struct, ILane<T> => T.IfPositive(x, 1, 0);
}
