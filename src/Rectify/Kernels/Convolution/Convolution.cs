using System.Runtime.CompilerServices;

namespace Rectify.Kernels;

/// <summary>
/// Images under a sliding kernel: forward, and both gradients. Nothing is unrolled to a matrix of windows (im2col): the tile of
/// the matrix product reads windows where they lie.
/// </summary>
/// <remarks>
/// Every number is one chain of fused multiply-adds, over ascending kernel rows, columns and channels, and for the weights'
/// gradient over ascending images and windows of a part of the batch, whose sums are added in order. Taps above and below the
/// image are left out; those beside it multiply zeros.
/// </remarks>
internal static unsafe class Convolution
{
    /// <summary>Overwrites the output, then applies the epilogue, in which a window is a row and an output channel a column.</summary>
    /// <param name="workers">The threads that share the work.</param>
    /// <param name="shape">What lies under what.</param>
    /// <param name="input">Any number of images.</param>
    /// <param name="weights">Kernel rows × columns × channels of a group, by output channels.</param>
    /// <param name="output">An output for each window of each image.</param>
    /// <param name="memory"><see cref="ConvolutionShape.MemoryLength"/> floats, overwritten.</param>
    /// <param name="epilogue">Sees each block as soon as it is finished.</param>
    /// <exception cref="ArgumentException">A length does not fit the shape.</exception>
    public static void Forward(
        Workers workers, in ConvolutionShape shape, ReadOnlySpan<float> input, ReadOnlySpan<float> weights, Span<float> output,
        Span<float> memory, Epilogue? epilogue = null)
        => Forward(workers, shape, input, weights, output, memory, epilogue, Elementwise.Width);

    /// <summary>Overwrites the gradient by the input.</summary>
    public static void InputGradient(
        Workers workers, in ConvolutionShape shape, ReadOnlySpan<float> outputGradient, ReadOnlySpan<float> weights,
        Span<float> inputGradient, Span<float> memory)
        => InputGradient(workers, shape, outputGradient, weights, inputGradient, memory, Elementwise.Width);

    /// <summary>Overwrites the gradient by the weights.</summary>
    public static void WeightGradient(
        Workers workers, in ConvolutionShape shape, ReadOnlySpan<float> input, ReadOnlySpan<float> outputGradient,
        Span<float> weightGradient, Span<float> memory)
        => WeightGradient(workers, shape, input, outputGradient, weightGradient, memory, Elementwise.Width);

    internal static void Forward(
        Workers workers, in ConvolutionShape shape, ReadOnlySpan<float> input, ReadOnlySpan<float> weights, Span<float> output,
        Span<float> memory, Epilogue? epilogue, int width)
    {
        int images = shape.CheckedImages(input.Length, output.Length, weights.Length, memory.Length);
        if (shape.IsWhole || shape.IsPlacewise)
        {
            Matrix windows = new(input, input.Length / shape.WindowLength, shape.WindowLength);
            Gemm.Multiply(workers, windows, new(weights, shape.WindowLength, shape.Outputs), output, epilogue: epilogue);
            return;
        }
        fixed (float* x = input, w = weights, y = output, packed = memory)
        {
            switch (LaneFor(shape.IsDepthwise ? shape.Outputs : shape.Width, width))
            {
                case 16: ConvolutionPass<Lane16>.Forward(workers, shape, images, x, w, y, packed, epilogue); break;
                case 8: ConvolutionPass<Lane8>.Forward(workers, shape, images, x, w, y, packed, epilogue); break;
                case 4: ConvolutionPass<Lane4>.Forward(workers, shape, images, x, w, y, packed, epilogue); break;
                default: ConvolutionPass<Lane1>.Forward(workers, shape, images, x, w, y, packed, epilogue); break;
            }
        }
    }

    internal static void InputGradient(
        Workers workers, in ConvolutionShape shape, ReadOnlySpan<float> outputGradient, ReadOnlySpan<float> weights,
        Span<float> inputGradient, Span<float> memory, int width)
    {
        int images = shape.CheckedImages(inputGradient.Length, outputGradient.Length, weights.Length, memory.Length);
        if (shape.IsWhole || shape.IsPlacewise)
        {
            Matrix gradients = new(outputGradient, outputGradient.Length / shape.Outputs, shape.Outputs);
            Gemm.Multiply(workers, gradients, new Matrix(weights, shape.WindowLength, shape.Outputs).Transposed, inputGradient);
            return;
        }
        fixed (float* dy = outputGradient, w = weights, dx = inputGradient, packed = memory)
        {
            switch (LaneFor(shape.IsDepthwise ? shape.Inputs : shape.Depth, width))
            {
                case 16: ConvolutionPass<Lane16>.InputGradient(workers, shape, images, dy, w, dx, packed); break;
                case 8: ConvolutionPass<Lane8>.InputGradient(workers, shape, images, dy, w, dx, packed); break;
                case 4: ConvolutionPass<Lane4>.InputGradient(workers, shape, images, dy, w, dx, packed); break;
                default: ConvolutionPass<Lane1>.InputGradient(workers, shape, images, dy, w, dx, packed); break;
            }
        }
    }

    internal static void WeightGradient(
        Workers workers, in ConvolutionShape shape, ReadOnlySpan<float> input, ReadOnlySpan<float> outputGradient,
        Span<float> weightGradient, Span<float> memory, int width)
    {
        int images = shape.CheckedImages(input.Length, outputGradient.Length, weightGradient.Length, memory.Length);
        if (shape.IsWhole)
        {
            Matrix windows = new(input, images, shape.WindowLength);
            Gemm.Multiply(workers, windows.Transposed, new(outputGradient, images, shape.Outputs), weightGradient);
            return;
        }
        fixed (float* x = input, dy = outputGradient, dw = weightGradient, partials = memory)
        {
            switch (LaneFor(shape.IsDepthwise ? shape.Outputs : shape.Width, width))
            {
                case 16: ConvolutionPass<Lane16>.WeightGradient(workers, shape, images, x, dy, dw, partials); break;
                case 8: ConvolutionPass<Lane8>.WeightGradient(workers, shape, images, x, dy, dw, partials); break;
                case 4: ConvolutionPass<Lane4>.WeightGradient(workers, shape, images, x, dy, dw, partials); break;
                default: ConvolutionPass<Lane1>.WeightGradient(workers, shape, images, x, dy, dw, partials); break;
            }
        }
        for (int part = 1; part < shape.Parts(images); part++)
        {
            Arithmetic.Add(weightGradient, memory.Slice((part - 1) * shape.WeightLength, shape.WeightLength));
        }
    }

    // A wider lane than there are columns would compute what nobody wants, in more time.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int LaneFor(int columns, int width)
    {
        while (width > 4 && width / 2 >= columns) { width /= 2; }
        return width;
    }
}
