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

    private ConvolutionShape ShapeOf => ((Conv2D)LayerCatalog.Parse(Layer)).Over(new Shape(Side, Side, Channels));

    /// <summary>Forward, gradient by the weights, gradient by the input; their work is counted in floating-point operations.</summary>
    public Contender[] Ours(Workers workers)
    {
        ConvolutionShape shape = ShapeOf;
        Memory<float> input = Numbers(Images * shape.InputLength), output = Numbers(Images * shape.OutputLength);
        Memory<float> weights = Numbers(shape.WeightLength), memory = FloatMemory.Allocate(shape.MemoryLength(Images));
        Memory<float> inputGradient = Numbers(input.Length), weightGradient = Numbers(weights.Length);
        Memory<float> outputGradient = Numbers(output.Length);
        return
        [
            new(Work, () => Convolution.Forward(workers, shape, input.Span, weights.Span, output.Span, memory.Span)),
            new(Work, () => Convolution.WeightGradient(
                workers, shape, input.Span, outputGradient.Span, weightGradient.Span, memory.Span)),
            new(Work, () => Convolution.InputGradient(
                workers, shape, outputGradient.Span, weights.Span, inputGradient.Span, memory.Span)),
        ];
    }

    private static Memory<float> Numbers(int length)
    {
        Memory<float> numbers = FloatMemory.Allocate(length);
        new Philox(1, RandomPurpose.Probe).FillUniform(numbers.Span);
        return numbers;
    }
}
