using Rectify.Kernels;

namespace Rectify.Activations;

/// <summary>The Gaussian error linear unit, x·Φ(x).</summary>
public readonly record struct Gelu : IActivation<Gelu>
{
    public static ActivationInfo Info { get; } = new("gelu")
    {
        Summary = "Weighs x by how likely a normal number is to be below it: a smooth rectifier, usual in transformers.",
        Formula = "x·Φ(x)",
        ChosenWhen = "transformers and deep residual networks: smooth, with a small negative dip",
        FailsWhen = "speed counts more than the last tenth of a percent; far below zero its gradient vanishes like that of relu",
        Source = "Hendrycks, Gimpel 2016, section 2",
        TurningPoints = [-0.75179152f],
        OnnxOperator = "Gelu",
    };

    public T Forward<T>(T x) where T : struct, ILane<T> => T.WeighedAscent<NormalTail>(x);

    // Φ(x) + x·φ(x)
    public T Derivative<T>(T x) where T : struct, ILane<T> => T.Ascent<GeluSlopeTail>(x);
}
