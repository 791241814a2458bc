using Rectify.Kernels;

namespace Rectify.Activations;

/// <summary>
/// An activation chosen at run time. One virtual call covers a whole buffer; inside it the definition is a type
/// argument, so the loop holds no call at all.
/// </summary>
public abstract class Activation
{
    private float _gain;

    private protected Activation() { }

    public abstract ActivationInfo Info { get; }

    /// <summary>The value of each setting, in the order of <see cref="ActivationInfo.Settings"/>.</summary>
    public abstract IReadOnlyList<float> Settings { get; }

    /// <summary>Whether <see cref="Backward"/> reads the output instead of the input, because that is exact.</summary>
    public abstract bool DerivativeFromOutput { get; }

    /// <summary>Active is a unit on a row where its derivative is at least this in size (curves: 0.01), or not 0 where this is 0.</summary>
    public float ActiveThreshold => Info.IsPiecewiseLinear ? 0 : 0.01f;

    /// <summary>1/√E[f(z)²] for a standard normal z: what weights are multiplied by so that a layer keeps its second moment.</summary>
    /// <remarks>He et al. 2015, section 2.2, for any activation: √2 for ReLU, 1 for the identity.</remarks>
    public float Gain => _gain != 0 ? _gain : _gain = (float)(1 / Math.Sqrt(GaussianMoments.OfOutput(this)));

    /// <summary>The handle of a definition, e.g. <c>Activation.Of(new LeakyRelu(0.2f))</c>.</summary>
    /// <exception cref="ArgumentException">A setting is out of range.</exception>
    public static Activation Of<TDefinition>(TDefinition definition) where TDefinition : struct, IActivation<TDefinition>
        => Of<TDefinition>(TDefinition.SettingsOf(definition));

    /// <summary>The handle of a definition with the given settings, or with its defaults where none are given.</summary>
    /// <exception cref="ArgumentException">There are too few or too many settings, or one is out of range.</exception>
    public static Activation Of<TDefinition>(params ReadOnlySpan<float> settings) where TDefinition : struct, IActivation<TDefinition>
        => new BoundActivation<TDefinition>(ActivationText.Complete(TDefinition.Info, settings));

    /// <summary>Reads "relu", "leaky-relu:slope=0.2" or "prelu:per-channel,slope=0.1".</summary>
    /// <exception cref="ArgumentException">The name or a setting is unknown, or a value does not fit.</exception>
    public static Activation Parse(string text) => ActivationText.Parse(text);

    /// <summary>output[i] = f(input[i]); the two may be the same memory.</summary>
    public abstract void Forward(ReadOnlySpan<float> input, Span<float> output);

    /// <summary>
    /// preActivation[r, i] += bias[i], then output[r, i] = f(preActivation[r, i]), in rows of as many numbers as the bias; the two may
    /// be the same memory.
    /// </summary>
    public abstract void ForwardBiased(Span<float> preActivation, ReadOnlySpan<float> bias, Span<float> output);

    /// <summary>inputGradient[i] = f′·outputGradient[i]; the two may be the same memory.</summary>
    /// <param name="kept">The output where <see cref="DerivativeFromOutput"/>, else the input.</param>
    /// <param name="outputGradient">The gradient of the loss by the output.</param>
    /// <param name="inputGradient">Overwritten with the gradient of the loss by the input.</param>
    public abstract void Backward(ReadOnlySpan<float> kept, ReadOnlySpan<float> outputGradient, Span<float> inputGradient);

    /// <summary>derivative[i] = f′(input[i]), always from the input.</summary>
    public abstract void Derivative(ReadOnlySpan<float> input, Span<float> derivative);

    /// <summary>Runs the definition over any lane: a dual number, a formula, a graph. Not for hot paths.</summary>
    public abstract T Trace<T>(T x) where T : struct, ILane<T>;

    /// <summary>Runs the definition's derivative over any lane.</summary>
    public abstract T TraceDerivative<T>(T x) where T : struct, ILane<T>;

    /// <summary>The definition over many lanes: one call for all, where a call for each would cost more than the formula.</summary>
    internal abstract void Trace<T>(ReadOnlySpan<T> x, Span<T> y) where T : struct, ILane<T>;

    /// <summary>The definition's derivative over many lanes.</summary>
    internal abstract void TraceDerivative<T>(ReadOnlySpan<T> x, Span<T> y) where T : struct, ILane<T>;

    /// <summary>What <see cref="Parse"/> reads as this activation: its name, and the settings that differ from their defaults.</summary>
    public sealed override string ToString() => ActivationText.Write(Info, Settings);
}
