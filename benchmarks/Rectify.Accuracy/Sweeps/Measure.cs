using Rectify.Activations;
using Rectify.Kernels;

namespace Rectify.Accuracy;

/// <summary>A function as kernels compute it, and the same in double precision.</summary>
/// <param name="Compute">Fills outputs from inputs.</param>
/// <param name="Reference">Fills true values from inputs in double precision.</param>
internal sealed record Measure(Computation Compute, Reference Reference)
{
    /// <summary>Where the true value crosses 0: near it an error is judged by its size, because units in the last place vanish.</summary>
    public float[] Zeros { get; init; } = [];

    /// <summary>The function of an activation; the reference is its own definition, run over numbers in double precision.</summary>
    public static Measure Forward(Activation activation) => new(activation.Forward, activation.Trace);

    /// <summary>Its derivative.</summary>
    public static Measure Derivative(Activation activation) => new(activation.Derivative, activation.TraceDerivative)
    {
        Zeros = [.. activation.Info.TurningPoints.Except(activation.Info.Kinks)],
    };

    /// <summary>A function over lanes.</summary>
    public static Measure Of<TUnary>(TUnary f, Func<Doubles, Doubles> reference) where TUnary : struct, IUnary
        => new((inputs, outputs) => Elementwise.Map(f, inputs, outputs), (x, y) =>
        {
            for (int i = 0; i < x.Length; i++) { y[i] = reference(x[i]); }
        });
}
