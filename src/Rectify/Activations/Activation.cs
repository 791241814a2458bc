using Rectify.Kernels;

namespace Rectify.Activations;

/// <summary>
/// An activation chosen at run time. One virtual call covers a whole buffer; inside it the definition is a type
/// argument, so the loop holds no call at all.
/// </summary>
public abstract class Activation
{
    public abstract ActivationInfo Info { get; }

    /// <summary>The value of each setting, in the order of the definition.</summary>
    public abstract IReadOnlyList<float> Settings { get; }

    /// <summary>Whether <see cref="Backward"/> reads the output instead of the input, because that is exact.</summary>
    public abstract bool DerivativeFromOutput { get; }

    /// <summary>output[i] = f(input[i]); the two may be the same memory.</summary>
    public abstract void Forward(ReadOnlySpan<float> input, Span<float> output);

    /// <summary>preActivation[i] += bias[i], then output[i] = f(preActivation[i]); the two may be the same memory.</summary>
    public abstract void ForwardBiased(Span<float> preActivation, ReadOnlySpan<float> bias, Span<float> output);

    /// <summary>inputGradient[i] = f′·outputGradient[i]; the two may be the same memory.</summary>
    /// <param name="kept">The output where <see cref="DerivativeFromOutput"/>, else the input.</param>
    /// <param name="outputGradient">The gradient of the loss by the output.</param>
    /// <param name="inputGradient">Overwritten with the gradient of the loss by the input.</param>
    public abstract void Backward(ReadOnlySpan<float> kept, ReadOnlySpan<float> outputGradient, Span<float> inputGradient);

    /// <summary>derivative[i] = f′(input[i]), always from the input.</summary>
    public abstract void Derivative(ReadOnlySpan<float> input, Span<float> derivative);
}
