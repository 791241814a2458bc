using Rectify.Kernels;

namespace Rectify.Activations;

/// <summary>GELU with Φ replaced by a logistic curve.</summary>
public readonly record struct GeluTanh : IActivation<GeluTanh>
{
    public static ActivationInfo Info { get; } = new("gelu-tanh")
    {
        Summary = "The usual approximation of gelu by tanh, within 0.0005 of it.",
        Formula = "x·(1 + tanh(√(2/π)·(x + 0.044715·x³)))/2",
        ChosenWhen = "a model was trained with this approximation, as GPT-2 was",
        FailsWhen = "started anew: gelu itself is as fast here, and exact",
        Source = "Hendrycks, Gimpel 2016, section 2",
        TurningPoints = [-0.7524614f],
    };

    // (1 + tanh u)/2 = σ(2u), which keeps its precision in the left tail.
    public T Forward<T>(T x) where T : struct, ILane<T> => T.WeighedAscent<GeluTanhTail>(x);

    // With z = 2u: σ(z) + x·z′·σ′(z).
    public T Derivative<T>(T x) where T : struct, ILane<T> => T.Ascent<GeluTanhSlopeTail>(x);
}
