namespace Rectify.Kernels;

/// <summary>The passes of a convolution with registers of one width.</summary>
internal static unsafe class ConvolutionPass<TLane> where TLane : struct, ISimdLane<TLane>, ILane<TLane>
{
    public static void Forward(
        Workers workers, in ConvolutionShape shape, int images, float* input, float* weights, float* output, float* packed,
        Epilogue? epilogue)
    {
        Windows windows = WindowsOf(shape, images, input, output);
        ImageBlocks blocks = BlocksOf(windows, shape.Outputs, shape.Work(images), workers);
        if (shape.IsDepthwise)
        {
            DepthwiseProduct<TLane> kernel = new(weights, Phase.Forward(shape.Down), Phase.Forward(shape.Across), shape.Across.Size);
            workers.Run(new SlidingJob<DepthwiseProduct<TLane>>(kernel, windows, blocks, epilogue), blocks.Count);
        }
        else
        {
            PackedWeights<TLane>.Pack(shape, weights, packed);
            SlidingProduct<TLane> kernel = new(packed, shape.Groups, shape.Depth, shape.Width);
            workers.Run(new SlidingJob<SlidingProduct<TLane>>(kernel, windows, blocks, epilogue), blocks.Count);
        }
    }

    public static void InputGradient(
        Workers workers, in ConvolutionShape shape, int images, float* outputGradient, float* weights, float* inputGradient,
        float* packed)
    {
        for (int top = 0; top < Math.Min(shape.Down.Stride, shape.Down.Length); top++)
        {
            for (int left = 0; left < Math.Min(shape.Across.Stride, shape.Across.Length); left++)
            {
                (Phase down, Phase across) = (Phase.Backward(shape.Down, top), Phase.Backward(shape.Across, left));
                RunPhase(workers, shape, images, down, across, outputGradient, weights, inputGradient, packed);
            }
        }
    }

    public static void WeightGradient(
        Workers workers, in ConvolutionShape shape, int images, float* input, float* outputGradient, float* weightGradient,
        float* partials)
    {
        // Windows of one place run on over the rows: as long a chain as there are places.
        ConvolutionShape rows = shape.IsPlacewise ? shape.InOneRow() : shape;
        Windows windows = WindowsOf(rows, images, input, output: null);
        if (shape.IsDepthwise)
        {
            DepthwiseGradient<TLane> job = new()
            {
                Shape = rows, Windows = windows, OutputGradient = outputGradient, Gradient = weightGradient, Partials = partials,
            };
            workers.Run(job, job.Count);
        }
        else
        {
            WeightGradient<TLane> job = new()
            {
                Shape = rows, Windows = windows, OutputGradient = outputGradient, Gradient = weightGradient, Partials = partials,
            };
            workers.Run(job, job.Count);
        }
    }

    private static void RunPhase(
        Workers workers, in ConvolutionShape shape, int images, Phase down, Phase across,
        float* outputGradient, float* weights, float* inputGradient, float* packed)
    {
        int columns = shape.Inputs, row = shape.Across.Length * columns;
        Windows windows = new()
        {
            Down = down.Axis,
            Across = across.Axis,
            Images = images,
            Channels = shape.Outputs,
            Input = outputGradient,
            Output = inputGradient + down.First * (nint)row + across.First * columns,
            OutputImage = shape.InputLength,
            OutputRow = down.Step * (nint)row,
            OutputColumn = across.Step * columns,
        };
        long work = 2L * images * down.Axis.Count * across.Axis.Count * down.Axis.Size * across.Axis.Size * shape.Width * columns;
        ImageBlocks blocks = BlocksOf(windows, columns, work, workers);
        if (shape.IsDepthwise)
        {
            DepthwiseProduct<TLane> kernel = new(weights, down, across, shape.Across.Size);
            workers.Run(new SlidingJob<DepthwiseProduct<TLane>>(kernel, windows, blocks, null), blocks.Count);
        }
        else
        {
            PackedWeights<TLane>.PackBackward(shape, down, across, weights, packed);
            SlidingProduct<TLane> kernel = new(packed, shape.Groups, shape.Width, shape.Depth);
            workers.Run(new SlidingJob<SlidingProduct<TLane>>(kernel, windows, blocks, null), blocks.Count);
        }
    }

    private static Windows WindowsOf(in ConvolutionShape shape, int images, float* input, float* output) => new()
    {
        Down = shape.Down,
        Across = shape.Across,
        Images = images,
        Channels = shape.Inputs,
        Input = input,
        Output = output,
        OutputImage = shape.OutputLength,
        OutputRow = shape.Across.Count * shape.Outputs,
        OutputColumn = shape.Outputs,
    };

    private static ImageBlocks BlocksOf(in Windows windows, int columns, long work, Workers workers)
    {
        int rowLength = Math.Max(windows.Across.Length * windows.Channels, windows.Across.Count * columns);
        return new(windows.Down, windows.Images, rowLength, Blocks.Wanted(work, workers.Threads));
    }
}
