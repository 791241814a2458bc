using Rectify.Activations;
using Rectify.Kernels;

namespace Rectify.Layers;

/// <summary>What one layer sees while a batch passes through: its buffers, the mode, its random numbers, the threads.</summary>
public sealed class LayerPass
{
    private readonly Memory<float> _memory, _parameterGradients;

    internal LayerPass(IReadOnlyList<Batch> inputs, Batch output, Memory<float> memory, Memory<float> parameterGradients)
    {
        (Inputs, Output, _memory, _parameterGradients) = (inputs, output, memory, parameterGradients);
        InputGradients = new Batch?[inputs.Count];
    }

    public IReadOnlyList<Batch> Inputs { get; }
    public Batch Input => Inputs[0];
    public Batch Output { get; }

    /// <summary>The gradient of the loss by each input; null where nobody reads it, as before the first weights.</summary>
    public IReadOnlyList<Batch?> InputGradients { get; internal set; }

    /// <summary>The gradient of the loss by the first input, or null where nobody reads it.</summary>
    public Batch? InputGradient => InputGradients[0];

    /// <summary>The gradient of the loss by the output.</summary>
    /// <exception cref="InvalidOperationException">None comes back here.</exception>
    public Batch OutputGradient
    {
        get => field ?? throw new InvalidOperationException(
            "No gradient comes back to this layer: its workspace is not for training, or nothing at or before the layer learns.");
        internal set;
    }

    public Mode Mode { get; internal set; }
    public Workers Workers { get; internal set; } = Workers.Single;

    /// <summary>The activation to apply in the same sweep, for layers that fuse; null where none follows.</summary>
    public Activation? Activation { get; internal set; }

    /// <summary>Where the activation's output goes; the same memory as <see cref="Output"/> when that need not be kept.</summary>
    public Batch? ActivationOutput { get; internal set; }

    /// <summary>What the layer remembers from forward to backward, <see cref="Layer.MemoryLength"/> floats.</summary>
    public Span<float> Memory => _memory.Span;

    internal Epilogue? Epilogue { get; set; }
    internal ulong Seed { get; set; }
    internal ulong Stream { get; set; }

    /// <summary>The gradient of the loss by <paramref name="parameter"/>, in the parameter's layout.</summary>
    /// <exception cref="InvalidOperationException">The workspace is not for training, or the parameter is not learned in it.</exception>
    public Span<float> Gradient(Parameter parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        return parameter.Offset >= 0 && parameter.Offset <= _parameterGradients.Length - parameter.Length
            ? _parameterGradients.Span.Slice(parameter.Offset, parameter.Length)
            : throw NoGradient(parameter);
    }

    /// <summary>The random numbers of this layer in this step; the same in a repeated run.</summary>
    public Philox Random(RandomPurpose purpose) => new(Seed, purpose, Stream);

    private InvalidOperationException NoGradient(Parameter parameter) => new(_parameterGradients.IsEmpty
        ? $"There is no gradient of {parameter.Name} here: the workspace is not for training."
        : $"There is no gradient of {parameter.Name} here, because this network does not learn it.");
}
