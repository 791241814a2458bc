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
        ChosenWhen = "a bounded output is wanted whose gradient fades slowly",
        FailsWhen = "depth: its gradient is below 1 almost everywhere and shrinks from layer to layer",
        Source = "Bergstra, Desjardins, Lamblin, Bengio 2009; Glorot, Bengio 2010",
        OnnxOperator = "Softsign",
    };

    // ±1 long before; x is stopped there, or ∞/∞ would be NaN.
    private const float End = 1e30f;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Forward<T>(T x) where T : struct, ILane<T>
    {
        T a = T.AtMost(T.Abs(x), End), y = (new Pair<T>(a, 0) / Pair<T>.Sum(1, a)).Rounded;
        return T.IfPositive(x, y, T.IfPositive(-x, -y, x));
    }

    // Squared last: (1 + |x|)² would overflow where the derivative is not yet 0.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Derivative<T>(T x) where T : struct, ILane<T>
    {
        Pair<T> shrunk = new Pair<T>(1, 0) / Pair<T>.Sum(1, T.AtMost(T.Abs(x), End));
        return T.Fma(shrunk.High, shrunk.High, 2 * shrunk.High * shrunk.Low);
    }
}
