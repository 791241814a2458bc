using Rectify.Kernels;

namespace Rectify.Activations;

/// <summary>The logarithm of the sigmoid.</summary>
public readonly record struct LogSigmoid : IActivation<LogSigmoid>
{
    public static ActivationInfo Info { get; } = new("log-sigmoid")
    {
        Summary = "The log of a probability, without ever computing log 0.",
        Formula = "log(1/(1 + e⁻ˣ))",
        ChosenWhen = "the logarithm of a probability is wanted without losing digits",
        FailsWhen = "used in hidden layers: it is never positive, and the next layer starts from a shifted mean",
        Source = "the negative of softplus(−x), Dugas et al. 2001",
    };

    public T Forward<T>(T x) where T : struct, ILane<T> => 0 - T.Smoothed<SoftplusTail>(-x).Rounded;
    public T Derivative<T>(T x) where T : struct, ILane<T> => T.Sigmoid(-x);
}
