using Rectify.Kernels;

namespace Rectify.Layers;

/// <summary>A layer that computes each sample from that sample alone, so that threads can share the samples of a batch.</summary>
public abstract class SamplewiseLayer : Layer
{
    // Small enough for the parts to come out even between threads; counted by the larger of input and output.
    private const int PartLength = 16 * 1024;

    public override void Forward(LayerPass pass) => Share(pass, isBackward: false);

    /// <remarks>A layer that learns adds up the gradients of its parameters besides: those are sums over all samples.</remarks>
    public override void Backward(LayerPass pass) => Share(pass, isBackward: true);

    /// <summary>Overwrites the output of <paramref name="count"/> samples from <paramref name="first"/> on.</summary>
    protected abstract void Forward(LayerPass pass, int first, int count);

    /// <summary>Overwrites the gradients of these samples' inputs, those that are asked for.</summary>
    protected abstract void Backward(LayerPass pass, int first, int count);

    private void Share(LayerPass pass, bool isBackward)
    {
        int samples = pass.Output.Count;
        long numbers = (long)samples * Math.Max(pass.Input.Sample.Length, pass.Output.Sample.Length);
        int parts = (int)Math.Clamp(numbers / PartLength, 1, Math.Max(samples, 1));
        pass.Workers.For(numbers).Run(new Job(this, pass, samples, parts, isBackward), parts);
    }

    private readonly struct Job(SamplewiseLayer layer, LayerPass pass, int samples, int parts, bool isBackward) : IParallelJob
    {
        public void Invoke(int part)
        {
            int first = (int)((long)samples * part / parts), end = (int)((long)samples * (part + 1) / parts);
            if (isBackward) { layer.Backward(pass, first, end - first); }
            else { layer.Forward(pass, first, end - first); }
        }
    }
}
