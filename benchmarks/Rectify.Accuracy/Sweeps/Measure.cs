using Rectify.Activations;
using Rectify.Kernels;

namespace Rectify.Accuracy;

/// <summary>A function as kernels compute it, and the same in double precision.</summary>
/// <param name="Compute">Fills outputs from inputs.</param>
/// <param name="Reference">The true value, to about 1e-14.</param>
internal sealed record Measure(Computation Compute, Func<Doubles, Doubles> Reference)
{
    /// <summary>Where the true value crosses 0: near it an error is judged by its size, because units in the last place vanish.</summary>
    public IReadOnlyList<float> Zeros { get; init; } = [];

    /// <summary>The function of an activation; the reference is its own definition, run over numbers in double precision.</summary>
    public static Measure Forward(Activation activation) => new(activation.Forward, x => activation.Trace(x));

    /// <summary>Its derivative.</summary>
    public static Measure Derivative(Activation activation) => new(activation.Derivative, x => activation.TraceDerivative(x))
    {
        Zeros = [.. activation.Info.TurningPoints.Except(activation.Info.Kinks)],
    };

    /// <summary>A function over lanes.</summary>
    public static Measure Of<TUnary>(TUnary f, Func<Doubles, Doubles> reference) where TUnary : struct, IUnary
        => new((inputs, outputs) => Elementwise.Map(f, inputs, outputs), reference);
}
