using System.Runtime.CompilerServices;
using Rectify.Kernels;

namespace Rectify.Activations;

/// <summary>x/(1 + |x|).</summary>
public readonly record struct Softsign : IActivation<Softsign>
{
    public static ActivationInfo Info { get; } = new("softsign")
    {
        Summary = "Like tanh, but nears ±1 slowly, so it saturates later.",
        Formula = "x/(1 + |x|)",
        Source = "Bergstra, Desjardins, Lamblin, Bengio 2009; Glorot, Bengio 2010",
        OnnxOperator = "Softsign",
    };

    // ±1 long before; x is stopped there, or ∞/∞ would be NaN.
    private const float End = 1e30f;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Forward<T>(T x) where T : struct, ILane<T>
    {
        x = T.Min(T.Max(x, -End), End);
        return x / (1 + T.Abs(x));
    }

    // Squared last: (1 + |x|)² would overflow where the derivative is not yet 0.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Derivative<T>(T x) where T : struct, ILane<T>
    {
        T shrunk = 1 / (1 + T.Abs(x));
        return shrunk * shrunk;
    }
}
