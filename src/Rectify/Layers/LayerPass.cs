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
    public Batch OutputGradient { get; internal set; } = null!;

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
    public Span<float> Gradient(Parameter parameter) => _parameterGradients.Span.Slice(parameter.Offset, parameter.Length);

    /// <summary>The random numbers of this layer in this step; the same in a repeated run.</summary>
    public Philox Random(RandomPurpose purpose) => new(Seed, purpose, Stream);
}
