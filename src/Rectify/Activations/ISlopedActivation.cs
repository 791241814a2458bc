using Rectify.Kernels;

namespace Rectify.Activations;

/// <summary>The definition of an activation that is linear in a second argument, its slope, which a layer learns or draws.</summary>
public interface ISlopedActivation<TSelf> where TSelf : struct, ISlopedActivation<TSelf>
{
    static abstract ActivationInfo Info { get; }

    /// <summary>The definition with the given settings, in the order of <see cref="ActivationInfo.Settings"/>.</summary>
    static abstract TSelf Create(ReadOnlySpan<float> settings);

    /// <summary>The settings of a definition: what <see cref="Create"/> was given.</summary>
    static abstract float[] SettingsOf(TSelf definition);

    /// <summary>Where the slopes come from.</summary>
    SlopeOrigin Origin { get; }

    T Forward<T>(T x, T slope) where T : struct, ILane<T>;

    /// <summary>∂f/∂x.</summary>
    T Derivative<T>(T x, T slope) where T : struct, ILane<T>;

    /// <summary>∂f/∂slope. The function is linear in its slope, so this does not depend on it.</summary>
    T SlopeDerivative<T>(T x) where T : struct, ILane<T>;
}
