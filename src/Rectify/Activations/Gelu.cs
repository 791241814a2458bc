using System.Runtime.CompilerServices;
using Rectify.Kernels;

namespace Rectify.Activations;

/// <summary>The Gaussian error linear unit, x·Φ(x).</summary>
public readonly record struct Gelu : IActivation<Gelu>
{
    public static ActivationInfo Info { get; } = new("gelu")
    {
        Summary = "Weighs x by how likely a normal number is to be below it: a smooth rectifier, usual in transformers.",
        Formula = "x·Φ(x)",
        Source = "Hendrycks, Gimpel 2016, section 2",
        TurningPoints = [-0.75179152f],
        OnnxOperator = "Gelu",
    };

    // Φ and its density are 0 or 1 beyond ±15; x is stopped there, or −∞·0 would be NaN.
    private const float End = 15;

    public T Forward<T>(T x) where T : struct, ILane<T> => T.Max(x, -End) * T.NormalCdf(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Derivative<T>(T x) where T : struct, ILane<T>
    {
        x = T.Min(T.Max(x, -End), End);
        return T.Fma(x, T.NormalDensity(x), T.NormalCdf(x));
    }
}
