using Rectify.Kernels;
using Rectify.Layers;

namespace Rectify.Benchmarks;

/// <summary>One convolution to measure, and the images it sees.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Layer">Its text.</param>
/// <param name="Side">Height and width of an image.</param>
/// <param name="Channels">Channels of an image.</param>
/// <param name="Images">Images of a batch.</param>
internal sealed record ConvolutionCase(string Name, string Layer, int Side, int Channels, int Images)
{
    /// <summary>Floating-point operations of one pass.</summary>
    public double Work => ShapeOf.Work(Images);

    /// <summary>The settings in its text.</summary>
    public LayerSettings Settings => new("conv2d", Layer[(Layer.IndexOf(':', StringComparison.Ordinal) + 1)..]);

    /// <summary>The places of zeros on each side of an image, where the kernel is odd.</summary>
    public int Padding => Settings.Word("padding") == "same" ? Settings.Pair("kernel").Height / 2 : 0;

    /// <summary>What bounds it: multiply-adds, or memory where there are few for each number. Counts floating-point operations.</summary>
    public Contender LimitOf(Workers workers)
    {
        ConvolutionShape shape = ShapeOf;
        if (!shape.IsDepthwise) { return Peak.Of(workers); }
        Memory<float> from = Numbers.Uniform(Images * shape.InputLength), to = Numbers.Uniform(Images * shape.OutputLength);
        return Streams.Copy(workers, from, to).Counting(Work);
    }

    private ConvolutionShape ShapeOf => ((Conv2D)LayerCatalog.Parse(Layer)).Over(new Shape(Side, Side, Channels));

    /// <summary>Each counts floating-point operations.</summary>
    public (Contender Forward, Contender WeightGradient, Contender InputGradient) Ours(Workers workers)
    {
        ConvolutionShape shape = ShapeOf;
        Memory<float> input = Numbers.Uniform(Images * shape.InputLength), output = Numbers.Uniform(Images * shape.OutputLength);
        Memory<float> weights = Numbers.Uniform(shape.WeightLength), memory = FloatMemory.Allocate(shape.MemoryLength(Images));
        Memory<float> inputGradient = Numbers.Uniform(input.Length), weightGradient = Numbers.Uniform(weights.Length);
        Memory<float> outputGradient = Numbers.Uniform(output.Length);
        return (
            Contender.Ours(Work, () => Convolution.Forward(workers, shape, input.Span, weights.Span, output.Span, memory.Span)),
            Contender.Ours(Work, () => Convolution.WeightGradient(
                workers, shape, input.Span, outputGradient.Span, weightGradient.Span, memory.Span)),
            Contender.Ours(Work, () => Convolution.InputGradient(
                workers, shape, outputGradient.Span, weights.Span, inputGradient.Span, memory.Span)));
    }
}
