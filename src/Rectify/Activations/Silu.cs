using Rectify.Kernels;

namespace Rectify.Activations;

/// <summary>The sigmoid linear unit, also called Swish.</summary>
public readonly record struct Silu : IActivation<Silu>
{
    public static ActivationInfo Info { get; } = new("silu")
    {
        Summary = "Weighs x by its sigmoid: smooth, with a shallow dip below zero.",
        Formula = "x·σ(x)",
        ChosenWhen = "deep convolutional networks and gated transformers; smooth, with a dip below zero",
        FailsWhen = "a small network on a table: it seldom beats relu there, and has no exact zeros",
        Source = "Elfwing, Uchibe, Doya 2017; Ramachandran, Zoph, Le 2017",
        TurningPoints = [-1.2784645f],
    };

    public T Forward<T>(T x) where T : struct, ILane<T> => T.WeighedAscent<LogisticTail>(x);

    // σ(x) + x·σ′(x)
    public T Derivative<T>(T x) where T : struct, ILane<T> => T.Ascent<SiluSlopeTail>(x);
}
