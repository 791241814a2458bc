using System.Runtime.CompilerServices;
using Rectify.Kernels;

namespace Rectify.Activations;

/// <summary>The logarithm of the sigmoid.</summary>
public readonly record struct LogSigmoid : IActivation<LogSigmoid>
{
    public static ActivationInfo Info { get; } = new("log-sigmoid")
    {
        Summary = "The log of a probability, without ever computing log 0.",
        Formula = "log(1/(1 + e⁻ˣ))",
        Source = "the negative of softplus(−x), Dugas et al. 2001",
    };

    private const float End = 110;

    // The logarithm is left out where even an infinite x is the whole sum.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Forward<T>(T x) where T : struct, ILane<T>
    {
        Pair<T> log = T.Log1PParts(T.Decay(new(T.Abs(x), 0)).Value);
        Pair<T> sum = Pair<T>.Sum(T.AtMost(x, 0), -log.High);
        return T.IfPositive(-End - x, x, sum.High + (sum.Low - log.Low));
    }

    public T Derivative<T>(T x) where T : struct, ILane<T> => T.Sigmoid(-x);
}
