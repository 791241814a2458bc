using Rectify.Kernels;
using Rectify.Layers;

namespace Rectify.Tests.Kernels;

public sealed class ConvolutionTests
{
    private static readonly Workers Two = new(2), Three = new(3);

    /// <summary>Images, their height and width, and the layer: every way through the code, and sizes around its edges.</summary>
    public static TheoryData<int, int, int, string> Cases => new()
    {
        { 3, 5, 4, Layer(3, 8, "3x3", padding: "same") },
        { 2, 6, 7, Layer(1, 17, "3x3") },
        { 2, 9, 8, Layer(5, 33, "5x5", padding: "same") },
        { 2, 5, 6, Layer(2, 3, "2x3", padding: "same") },
        { 2, 7, 6, Layer(2, 5, "2x3", stride: "2x1") },
        { 3, 8, 7, Layer(4, 6, "3x3", stride: "2x2", padding: "same") },
        { 2, 8, 9, Layer(3, 20, "3x3", stride: "3x2", padding: "1x1") },
        { 2, 7, 7, Layer(3, 4, "1x1") },
        { 2, 7, 6, Layer(3, 40, "1x1", stride: "2x2") },
        { 2, 5, 5, Layer(2, 3, "1x1", padding: "1x2") },
        { 4, 4, 3, Layer(2, 5, "4x3") },
        { 4, 4, 3, Layer(2, 5, "4x3", stride: "2x2", padding: "1x0x0x0") },
        { 4, 4, 3, Layer(2, 5, "4x3", stride: "2x2", padding: "0x1x0x0") },
        { 2, 6, 5, Layer(2, 3, "3x3", padding: "0x1x2x0") },
        { 2, 3, 3, Layer(1, 2, "3x3", padding: "3x4") },
        { 2, 3, 3, Layer(1, 2, "1x2", stride: "3x4", padding: "same") },
        { 2, 9, 10, Layer(2, 3, "3x3", padding: "same", dilation: "2x2") },
        { 2, 9, 10, Layer(3, 4, "3x2", stride: "2x3", padding: "2x1", dilation: "3x2") },
        { 2, 11, 12, Layer(2, 4, "4x3", stride: "4x2", padding: "same", dilation: "2x4") },
        { 2, 6, 5, Layer(4, 6, "3x3", padding: "same", groups: 2) },
        { 2, 6, 5, Layer(6, 66, "2x3", stride: "2x1", dilation: "1x2", groups: 3) },
        { 2, 6, 7, Layer(3, 6, "3x3", padding: "same", groups: 3) },
        { 2, 6, 7, Layer(19, 19, "3x3", padding: "same", groups: 19) },
        { 2, 7, 8, Layer(33, 33, "5x4", stride: "2x2", padding: "same", groups: 33) },
        { 2, 9, 8, Layer(4, 4, "3x3", stride: "1x2", padding: "2x2", dilation: "2x3", groups: 4) },
        { 9, 20, 19, Layer(16, 33, "3x3", padding: "same") },
        { 1, 21, 20, Layer(8, 48, "3x3", stride: "2x2", padding: "same") },
        { 12, 16, 17, Layer(33, 40, "1x1") },
        { 20, 13, 12, Layer(48, 48, "3x3", padding: "same", groups: 48) },
        { 1, 2, 1100, Layer(1, 2, "1x3", padding: "same") },
        { 1, 2, 9000, Layer(1, 2, "1x3", padding: "same") },
        { 1, 4, 5, Layer(16, 16, "2x3") },
        { 1, 3, 700, Layer(100, 2, "2x2", padding: "same") },
        { 1, 40, 50, Layer(64, 3, "3x3") },
        { 40, 2, 3, Layer(18, 21, "3x3", padding: "same") },
        { 33, 3, 3, Layer(4, 30, "2x2", stride: "2x2", padding: "same", groups: 2) },
        { 0, 5, 5, Layer(2, 3, "3x3") },
    };

    /// <summary>Channels of their own: each row of 1 to 17 windows, and each kernel of 1 to 9 columns, is another cut into tiles.</summary>
    public static TheoryData<int, int, int, string> DepthwiseCases =>
    [
        .. from windows in Enumerable.Range(1, 17) select (2, 2, windows, Layer(3, 3, "2x1", groups: 3)),
        .. from columns in Enumerable.Range(1, 9) select (2, 2, columns + 1, Layer(17, 17, $"1x{columns}", groups: 17)),
        .. from columns in Enumerable.Range(1, 9) select (1, 2, 9, Layer(33, 33, $"2x{columns}", padding: "same", groups: 33)),

        // Three taps a row are read once for neighbouring windows: all heights of tiles, and one to five rows of taps.
        .. from windows in Enumerable.Range(1, 17) select (2, 3, windows, Layer(17, 17, "3x3", padding: "same", groups: 17)),
        .. from rows in Enumerable.Range(1, 5) select (2, 4, 6, Layer(17, 17, $"{rows}x3", padding: "same", groups: 17)),
        .. from rows in Enumerable.Range(1, 5) select (2, 6, 9, Layer(5, 5, $"{rows}x3", stride: "1x2", dilation: "1x2", groups: 5)),
    ];

    [Theory]
    [MemberData(nameof(Cases))]
    [MemberData(nameof(DepthwiseCases))]
    public void EverySumIsOneChainInTheOrderOfWindows(int images, int height, int width, string layer)
    {
        ConvolutionShape shape = Over(layer, height, width);
        ConvolutionReference expected = new(shape, images);
        foreach (Workers workers in new[] { Workers.Single, Two, Three })
        {
            foreach (int lane in new[] { 1, 4, 8, 16 })
            {
                Framed input = new(expected.Input), weights = new(expected.Weights), gradient = new(expected.OutputGradient);
                Framed memory = Framed.Room(shape.MemoryLength(images));

                Framed output = Framed.Room(images * shape.OutputLength);
                Convolution.Forward(workers, shape, input.Inside, weights.Inside, output.Inside, memory.Inside, null, lane);
                output.Check(expected.Output);

                Framed inputGradient = Framed.Room(images * shape.InputLength);
                Convolution.InputGradient(workers, shape, gradient.Inside, weights.Inside, inputGradient.Inside, memory.Inside, lane);
                inputGradient.Check(expected.InputGradient);

                Framed weightGradient = Framed.Room(shape.WeightLength);
                Convolution.WeightGradient(workers, shape, input.Inside, gradient.Inside, weightGradient.Inside, memory.Inside, lane);
                weightGradient.Check(expected.WeightGradient);
                memory.CheckMargins();
            }
        }
    }

    [Fact]
    public void TheEpilogueSeesEveryOutputOnceAndFinished()
    {
        foreach (string layer in new[]
        {
            Layer(8, 40, "3x3", padding: "same"), Layer(8, 8, "3x3", padding: "same", groups: 8), Layer(8, 5, "1x1"), Layer(8, 5, "20x18"),
        })
        {
            ConvolutionShape shape = Over(layer, 20, 18);
            ConvolutionReference expected = new(shape, images: 5);
            float[] output = new float[expected.Output.Length], memory = new float[shape.MemoryLength(5)];
            Convolution.Forward(Two, shape, expected.Input, expected.Weights, output, memory, new AddColumn());
            Assert.Equal(expected.Output.Select((y, i) => y + i % shape.Outputs), output);
        }
    }

    [Fact]
    public void LengthsThatDoNotFitAreRefusedWithASentence()
    {
        ConvolutionShape shape = Over(Layer(2, 3, "3x3"), 5, 4);
        int memory = shape.MemoryLength(1);
        Assert.Equal(
            $"40 inputs, 17 outputs, 54 weights and {memory} numbers of memory do not fit: "
            + $"an image has 40 inputs and 18 outputs, and there are 54 weights and {memory} numbers of memory.",
            Assert.Throws<ArgumentException>(() => Convolution.Forward(
                Workers.Single, shape, new float[40], new float[54], new float[17], new float[memory])).Message);
    }

    private static string Layer(
        int inputs, int outputs, string kernel, string stride = "1x1", string padding = "valid", string dilation = "1x1", int groups = 1)
        => $"conv2d:inputs={inputs},outputs={outputs},kernel={kernel},stride={stride},"
            + $"padding={padding},dilation={dilation},groups={groups}";

    private static ConvolutionShape Over(string layer, int height, int width)
    {
        var convolution = (Conv2D)LayerCatalog.Parse(layer);
        int inputs = convolution.Over(new Shape(height, width, 1)).Inputs;
        return convolution.Over(new Shape(height, width, inputs));
    }

    private sealed class AddColumn : Epilogue
    {
        public override void Apply(Span<float> product, int columns, int row, int rowCount, int column, int columnCount)
        {
            for (int i = row; i < row + rowCount; i++)
            {
                for (int j = column; j < column + columnCount; j++) { product[i * columns + j] += j; }
            }
        }
    }
}
