using Rectify.Kernels;

namespace Rectify.Activations;

/// <summary>
/// An activation whose slope is a second input: learned (prelu) or drawn (rrelu) by a layer. Its plain members use
/// <see cref="SlopeOrigin.Expected"/>.
/// </summary>
public abstract class SlopedActivation : Activation
{
    private protected SlopedActivation() { }

    /// <summary>Whether the slopes are learned or drawn, and from where they start.</summary>
    public abstract SlopeOrigin Origin { get; }

    /// <summary>The handle of a definition with the given settings, or with its defaults where none are given.</summary>
    /// <exception cref="ArgumentException">There are too few or too many settings, or one is out of range.</exception>
    public static new SlopedActivation Of<TDefinition>(params ReadOnlySpan<float> settings)
        where TDefinition : struct, ISlopedActivation<TDefinition>
        => new BoundSlopedActivation<TDefinition>(ActivationText.Complete(TDefinition.Info, settings));

    /// <summary>output[i] = f(input[i], slope of i); the output may be the memory of an input.</summary>
    /// <param name="input">The pre-activations.</param>
    /// <param name="slopes">One for each pre-activation; or a row of units, which serves every row of the input; or one for all.</param>
    /// <param name="output">Overwritten.</param>
    public abstract void Forward(ReadOnlySpan<float> input, ReadOnlySpan<float> slopes, Span<float> output);

    /// <summary>inputGradient[i] = ∂f/∂x·outputGradient[i]; the result may be the memory of an input.</summary>
    /// <param name="input">The pre-activations.</param>
    /// <param name="slopes">The slopes that the forward pass used.</param>
    /// <param name="outputGradient">The gradient of the loss by the output.</param>
    /// <param name="inputGradient">Overwritten with the gradient of the loss by the input.</param>
    public abstract void Backward(
        ReadOnlySpan<float> input, ReadOnlySpan<float> slopes, ReadOnlySpan<float> outputGradient, Span<float> inputGradient);

    /// <summary>slopeGradients[u] = Σ over rows of ∂f/∂slope·outputGradient of unit u, in an order that no thread changes.</summary>
    /// <param name="workers">The threads that share the rows.</param>
    /// <param name="input">The pre-activations: rows of units.</param>
    /// <param name="outputGradient">The gradient of the loss by the output.</param>
    /// <param name="slopeGradients">Overwritten, one a unit.</param>
    public abstract void SlopeGradient(
        Workers workers, ReadOnlySpan<float> input, ReadOnlySpan<float> outputGradient, Span<float> slopeGradients);
}
