using Rectify.Kernels;

namespace Rectify.Activations;

/// <summary>
/// The definition of an activation. Everything else about it (its kernels, its layer, its name on the command line, its
/// curve, its tests) follows from this.
/// </summary>
/// <remarks>
/// Mark a formula of several operations AggressiveInlining: measured, the JIT calls some of them once a vector instead,
/// ten times slower.
/// </remarks>
public interface IActivation<TSelf> where TSelf : struct, IActivation<TSelf>
{
    static abstract ActivationInfo Info { get; }

    /// <summary>The definition with the given settings, in the order of <see cref="ActivationInfo.Settings"/>.</summary>
    static virtual TSelf Create(ReadOnlySpan<float> settings) => default;

    /// <summary>The settings of a definition: what <see cref="Create"/> was given.</summary>
    static virtual float[] SettingsOf(TSelf definition) => [];

    /// <summary>Whether Derivative(Forward(x)) is Derivative(x) to the last bit, so that only the output need be kept.</summary>
    static virtual bool DerivativeFromOutput(TSelf definition) => false;

    T Forward<T>(T x) where T : struct, ILane<T>;

    /// <summary>The slope of <see cref="Forward"/> at x; at a kink, PyTorch's choice.</summary>
    T Derivative<T>(T x) where T : struct, ILane<T>;
}
