using Rectify.Activations;
using Rectify.Kernels;

namespace Rectify.Benchmarks;

/// <summary>An activation of the catalog with its defaults, over so many numbers. Work is counted in numbers.</summary>
internal sealed class ActivationCase(ActivationEntry entry, ActivationBuffers buffers)
{
    private readonly Activation _activation = entry.Create();

    public string Name => entry.Info.Name;
    public ActivationBuffers Buffers => buffers;
    public int Length => buffers.Length;

    /// <summary>Whether training may overwrite the input, because backward needs only the output.</summary>
    public bool RunsInPlace => _activation.DerivativeFromOutput;

    public Contender Forward(Workers workers) => Contender.Ours(Length, () => Forward(workers, buffers.Input, buffers.Output));

    public Contender InPlace(Workers workers)
    {
        buffers.Input.CopyTo(buffers.Kept);

        // What shrinks at each pass, as under leaky-relu, is zero before the clock runs: in between it is denormal, and slow.
        for (int i = 0; i < 30; i++) { Forward(workers, buffers.Kept, buffers.Kept); }
        return Contender.Ours(Length, () => Forward(workers, buffers.Kept, buffers.Kept));
    }

    public Contender Backward(Workers workers)
    {
        _activation.Forward(buffers.Input.Span, buffers.Output.Span);
        (_activation.DerivativeFromOutput ? buffers.Output : buffers.Input).CopyTo(buffers.Kept);
        return Contender.Ours(Length, () => Share(workers, new BackwardJob(_activation, buffers, PartsOf(workers))));
    }

    private void Forward(Workers workers, Memory<float> input, Memory<float> output)
        => Share(workers, new ForwardJob(_activation, input, output, PartsOf(workers)));

    // Activations run on their caller alone, so the numbers are cut here as a layer would share them.
    private void Share<TJob>(Workers workers, TJob job) where TJob : struct, IParallelJob => workers.Run(job, PartsOf(workers));

    private int PartsOf(Workers workers) => workers.For(Length).Threads;

    private readonly struct ForwardJob(Activation activation, Memory<float> input, Memory<float> output, int parts) : IParallelJob
    {
        public void Invoke(int part)
        {
            int length = input.Length / parts, from = part * length;
            activation.Forward(input.Span.Slice(from, length), output.Span.Slice(from, length));
        }
    }

    private readonly struct BackwardJob(Activation activation, ActivationBuffers buffers, int parts) : IParallelJob
    {
        public void Invoke(int part)
        {
            int length = buffers.Length / parts, from = part * length;
            activation.Backward(
                buffers.Kept.Span.Slice(from, length),
                buffers.OutputGradient.Span.Slice(from, length),
                buffers.InputGradient.Span.Slice(from, length));
        }
    }
}
