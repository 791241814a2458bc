using Rectify.Kernels;

namespace Rectify.Tests.Kernels;

/// <summary>Every entry of the room of kernels by which spans come in that have to agree with each other, or with a shape.</summary>
internal static class Doors
{
    private const int Rows = 5, Width = 7, Length = Rows * Width;
    private const int Pixels = 4 * 6 * 3, Windows = 2 * 3 * 3;

    private static readonly WindowGrid Grid = new(new Axis(4, 2, 2, Stride: 2), new Axis(6, 3, 2, Stride: 2), Channels: 3);

    // Each goes another way. Of all, an image is 5x4.
    private static readonly ConvolutionShape Sliding = new(new(5, 3, 3), new(4, 2, 3), Inputs: 2, Outputs: 3);
    private static readonly ConvolutionShape Placewise = new(new(5, 5, 1), new(4, 4, 1), Inputs: 2, Outputs: 3);
    private static readonly ConvolutionShape Whole = new(new(5, 1, 5), new(4, 1, 4), Inputs: 2, Outputs: 3);
    private static readonly ConvolutionShape Depthwise = new(new(5, 3, 3), new(4, 2, 3), Inputs: 3, Outputs: 3, Groups: 3);

    public static IReadOnlyList<Door> All { get; } =
    [
        new("Arithmetic.Add", [Width, Width], s => Arithmetic.Add(s[0], s[1])),
        new("Arithmetic.Add", [Width, Width, Width], s => Arithmetic.Add(s[0], s[1], s[2])),
        new("Arithmetic.AddToRows", [Length, Width], s => Arithmetic.AddToRows(s[0], s[1])),
        new("Arithmetic.AddScaled", [Width, Width], s => Arithmetic.AddScaled(s[0], 2, s[1])),
        new("Arithmetic.Multiply", [Width, Width], s => Arithmetic.Multiply(s[0], s[1])),
        new("Arithmetic.Multiply", [Width, Width, Width], s => Arithmetic.Multiply(s[0], s[1], s[2])),
        new("Arithmetic.Subtract", [Width, Width, Width], s => Arithmetic.Subtract(s[0], s[1], s[2])),
        new("Arithmetic.MultiplyAdd", [Width, Width, Width, Width], s => Arithmetic.MultiplyAdd(s[0], s[1], s[2], s[3])),
        new("Arithmetic.AddConstant", [Width, Width], s => Arithmetic.AddConstant(s[0], 1, s[1])),
        new("Elementwise.Map", [Width, Width], s => Elementwise.Map(new Anything(), s[0], s[1])),
        new("Elementwise.Map", [Width, Width, Width], s => Elementwise.Map(new Anything(), s[0], s[1], s[2])),
        new("Elementwise.Map", [Width, Width, Width, Width], s => Elementwise.Map(new Anything(), s[0], s[1], s[2], s[3])),
        new("Elementwise.MapProduct", [Width, Width, Width], s => Elementwise.MapProduct(new Anything(), s[0], s[1], s[2])),
        new("Elementwise.MapBiased", [Length, Width, Length], s => Elementwise.MapBiased(new Anything(), s[0], s[1], s[2])),
        new("Reduction.SumOfProducts", [Width, Width], s => Reduction.SumOfProducts(s[0], s[1])),
        new("Reduction.SumOfSquaredDifferences", [Width, Width], s => Reduction.SumOfSquaredDifferences(s[0], s[1])),
        new("ErrorSum.Of", [Width, Width, Width], s => ErrorSum.Of(new Anything(), s[0], s[1], 1, s[2])),

        new("ActiveRows.Count", [Length, Width], s => ActiveRows.Count(Workers.Single, s[0], Rows, 0, float.PositiveInfinity, s[1])),
        new("SlopeRows.Count", [Length, Width, Width, Width, Rows], s => SlopeRows.Count(s[0], 1, s[1], s[2], s[3], s[4])),
        new("Columns.Sum", [Length, Width], s => Columns.Sum(Workers.Single, s[0], s[1])),
        new("Columns.Sum", [Length, Length, 2 * Width, Width],
            s => Columns.Sum(Workers.Single, new Anything(), s[0], s[1], s[2], s[3])) { Roomy = [2] },
        new("Columns.Sum", [Length, Length, 2 * Width, Width, Width],
            s => Columns.Sum(Workers.Single, new Anything(), s[0], s[1], s[2], s[3], s[4])) { Roomy = [2] },
        new("Columns.Moments", [Length, Width, Width], s => Columns.Moments(Workers.Single, s[0], s[1], s[2])),
        new("Columns.Map", [Length, Length, 2 * Width, Length],
            s => Columns.Map(new Anything(), s[0], s[1], s[2], Width, s[3])) { Roomy = [2] },
        new("Columns.MoveTowards", [Width, Width], s => Columns.MoveTowards(s[0], s[1], 0.1f, 1)),
        new("ColumnRange", [Length], s => new ColumnRange(s[0], Width)),
        new("ColumnRange", [Length], s => new ColumnRange(s[0], Width, first: 2, count: 5)),
        new("ColumnRange.CopyTo", [Length, Length], s => Range(s[0]).CopyTo(Range(s[1]))),
        new("ColumnRange.Set", [Length, Length, Length], s => Range(s[0]).Set(new Anything(), Range(s[1]), Range(s[2]))),
        new("ColumnRange.Set", [Length, Length, Length, Length],
            s => Range(s[0]).Set(new Anything(), Range(s[1]), Range(s[2]), Range(s[3]))),

        new("MaxPooling.Forward", [Pixels, Windows, Windows], s => MaxPooling.Forward(Grid, s[0], s[1], s[2])),
        new("MaxPooling.Forward", [Pixels, Windows], s => MaxPooling.Forward(Grid, s[0], s[1])),
        new("MaxPooling.Backward", [Windows, Windows, Pixels], s => MaxPooling.Backward(Grid, s[0], s[1], s[2])),
        new("MeanPooling.Forward", [Pixels, Windows], s => MeanPooling.Forward(Grid, s[0], s[1])),
        new("MeanPooling.Backward", [Windows, Pixels], s => MeanPooling.Backward(Grid, s[0], s[1])),
        new("WindowFolds.Fold", [Pixels, Windows], s => WindowFolds.Fold<Anything>(Grid, s[0], s[1])),
        new("WindowShares.Add", [Pixels], s => WindowShares.Add(Grid, new Anything(), s[0])),

        new("Matrix", [Length], s => new Matrix(s[0], Rows, Width)) { Roomy = [0] },
        new("Gemm.Multiply", [Length, Width * 3, Rows * 3],
            s => Gemm.Multiply(Workers.Single, new(s[0], Rows, Width), new(s[1], Width, 3), s[2])) { Roomy = [0, 1, 2] },
        .. Convolutions(Sliding), .. Convolutions(Placewise), .. Convolutions(Whole), .. Convolutions(Depthwise),

        new("RowNormalization.Forward", [Length, Width, Width, Rows, Length, Length],
            s => RowNormalization.Forward(s[0], s[1], s[2], 1e-5f, s[3], s[4], s[5])),
        new("RowNormalization.Backward", [Length, Rows, Width, Length, Length],
            s => RowNormalization.Backward(s[0], s[1], s[2], s[3], s[4])),
        new("SoftmaxRows.Forward", [Length, Length], s => SoftmaxRows.Forward(s[0], s[1], Width)),
        new("SoftmaxRows.Forward", [Length, Length], s =>
        {
            SoftmaxBlock block = default;
            SoftmaxRows.Forward(ref block, s[0], s[1], Width);
        }),
        new("SoftmaxRows.Backward", [Length, Length, Length], s => SoftmaxRows.Backward(s[0], s[1], s[2], Width)),
        new("Updates.Apply", [Width, Width, Width, Width],
            s => Updates.Apply(new Anything(), Workers.Single, s[0], s[1], s[2], s[3])),
    ];

    // Five of seven columns, so that rows do not lie side by side.
    private static ColumnRange Range(float[] values) => new(values, Width, first: 1, count: 5);

    private static IEnumerable<Door> Convolutions(ConvolutionShape shape)
    {
        const int Images = 2;
        int input = Images * shape.InputLength, output = Images * shape.OutputLength, memory = shape.MemoryLength(Images);
        yield return new("Convolution.Forward", [input, shape.WeightLength, output, memory],
            s => Convolution.Forward(Workers.Single, shape, s[0], s[1], s[2], s[3])) { Roomy = [3] };
        yield return new("Convolution.InputGradient", [output, shape.WeightLength, input, memory],
            s => Convolution.InputGradient(Workers.Single, shape, s[0], s[1], s[2], s[3])) { Roomy = [3] };
        yield return new("Convolution.WeightGradient", [input, output, shape.WeightLength, memory],
            s => Convolution.WeightGradient(Workers.Single, shape, s[0], s[1], s[2], s[3])) { Roomy = [3] };
    }
}
