namespace Rectify.Benchmarks;

/// <summary>Memory that all activations of a table use one after the other, ours and the peers' where they take memory of others.</summary>
internal sealed class ActivationBuffers(int length)
{
    public int Length => length;

    /// <summary>Pre-activations on both sides of every kink, within the range that networks see.</summary>
    public Memory<float> Input { get; } = Numbers.Uniform(length, -6, 6);

    public Memory<float> Output { get; } = Numbers.Uniform(length);

    /// <summary>What backward reads: the output or the input.</summary>
    public Memory<float> Kept { get; } = Numbers.Uniform(length, -6, 6);

    public Memory<float> OutputGradient { get; } = Numbers.Uniform(length, -1, 1);

    public Memory<float> InputGradient { get; } = Numbers.Uniform(length);
}
