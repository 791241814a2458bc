using System.Globalization;
using Rectify.Kernels;

namespace Rectify.Layers;

/// <summary>
/// Filters that slide over an image: y = b + Σ over kernel rows, kernel columns and channels of x·W, the same weights at every
/// place. Its units are the channels that come out.
/// </summary>
/// <remarks>
/// LeCun et al. 1998, section II.A (a correlation: the kernel is not flipped). The weight has a row for each kernel row, kernel
/// column and channel of a group, in this order, and a column for each output.
/// </remarks>
public sealed class Conv2D : Layer
{
    private readonly int _inputs, _outputs, _groups;
    private readonly (int Height, int Width) _kernel, _stride, _dilation;
    private readonly Padding _padding;
    private readonly Parameter _weight, _bias;

    /// <param name="inputs">Channels of an image.</param>
    /// <param name="outputs">Filters, each a channel of the output.</param>
    /// <param name="kernel">Places that a filter reads at once.</param>
    /// <param name="stride">Places from one window to the next; 1x1 if null.</param>
    /// <param name="padding">Zeros around the image; none unless given.</param>
    /// <param name="dilation">Places from one that a filter reads to the next; 1x1, side by side, if null.</param>
    /// <param name="groups">Into how many parts channels are cut, each with filters of its own; as many as channels is depthwise.</param>
    /// <param name="bias">Where biases start.</param>
    /// <exception cref="ArgumentException">A number is out of range, or groups do not divide the channels.</exception>
    public Conv2D(
        int inputs, int outputs, (int Height, int Width) kernel, (int Height, int Width)? stride = null, Padding padding = default,
        (int Height, int Width)? dilation = null, int groups = 1, float bias = 0)
    {
        (_inputs, _outputs, _groups) = (inputs, outputs, groups);
        (_kernel, _stride, _dilation, _padding) = (kernel, stride ?? (1, 1), dilation ?? (1, 1), padding);
        CheckPositive("kernel", _kernel);
        CheckPositive("stride", _stride);
        CheckPositive("dilation", _dilation);
        if (inputs < 1 || outputs < 1 || groups < 1 || inputs % groups != 0 || outputs % groups != 0)
        {
            throw new ArgumentException($"A convolution of {inputs} channels to {outputs} in {groups} groups is not possible: "
                + "there is 1 of each or more, and both numbers of channels are multiples of the groups.");
        }
        _weight = new("weight", ParameterRole.Weight, checked(kernel.Height * kernel.Width * (inputs / groups)), outputs)
        {
            FanOut = checked(kernel.Height * kernel.Width * (outputs / groups)),
        };
        _bias = new("bias", ParameterRole.Bias, 1, outputs, bias);
        Parameters = [_weight, _bias];
    }

    public override string Text => string.Create(CultureInfo.InvariantCulture,
        $"conv2d:inputs={_inputs},outputs={_outputs},kernel={Pair(_kernel)},stride={Pair(_stride)},padding={_padding},"
        + $"dilation={Pair(_dilation)},groups={_groups}");

    public override string Name
    {
        get
        {
            string stride = _stride == (1, 1) ? "" : $" stride {Pair(_stride)}";
            string padding = _padding == Padding.Valid ? "" : $" padding {_padding}";
            string dilation = _dilation == (1, 1) ? "" : $" dilation {Pair(_dilation)}";
            string groups = _groups == 1 ? "" : $" groups {_groups}";
            return $"conv2d {Pair(_kernel)} {_inputs}->{_outputs}{stride}{padding}{dilation}{groups}";
        }
    }

    public override IReadOnlyList<Parameter> Parameters { get; }
    public override Kept Keeps => Kept.Input;
    public override bool FusesActivation => true;

    public override Shape OutputShape(IReadOnlyList<Shape> inputs)
    {
        Shape image = FirstOf(inputs);
        if (!image.IsImage)
        {
            throw new ArgumentException($"{Name} takes images of height x width x channels, but is given {image}.");
        }
        if (image.Units != _inputs) { throw UnitsMisfit(_inputs, image); }
        ConvolutionShape shape = Over(image);
        return shape.Down.Count > 0 && shape.Across.Count > 0
            ? new Shape(shape.Down.Count, shape.Across.Count, _outputs)
            : throw new ArgumentException($"{Name} reads {shape.Down.Extent}x{shape.Across.Extent} places at once, "
                + $"more than {image} has with its padding: take a smaller kernel or dilation, or the padding same.");
    }

    public override int MemoryLength(IReadOnlyList<Shape> inputs, int batchSize) => Over(inputs[0]).MemoryLength(batchSize);

    public override void Prepare(LayerPass pass) => pass.Epilogue = new BiasActivation(_bias, pass.Activation, pass.ActivationOutput);

    public override void Forward(LayerPass pass) => Convolution.Forward(
        pass.Workers, Over(pass.Input.Sample), pass.Input.Values, _weight.Value, pass.Output.Values, pass.Memory, pass.Epilogue);

    public override void Backward(LayerPass pass)
    {
        ConvolutionShape shape = Over(pass.Input.Sample);
        ReadOnlySpan<float> outputGradient = pass.OutputGradient.Values;
        Convolution.WeightGradient(pass.Workers, shape, pass.Input.Values, outputGradient, pass.Gradient(_weight), pass.Memory);
        Columns.Sum(pass.Workers, outputGradient, pass.Gradient(_bias));
        if (pass.InputGradient is { } inputGradient)
        {
            Convolution.InputGradient(pass.Workers, shape, outputGradient, _weight.Value, inputGradient.Values, pass.Memory);
        }
    }

    internal static Conv2D Read(LayerSettings settings) => new(
        settings.Whole("inputs"), settings.Whole("outputs"), settings.Pair("kernel"), settings.Pair("stride"),
        Padding.Parse(settings.Word("padding")), settings.Pair("dilation"), settings.Whole("groups"));

    internal ConvolutionShape Over(Shape image)
    {
        Axis down = new(image.First, 0, _kernel.Height, _stride.Height, _dilation.Height);
        Axis across = new(image.Second, 0, _kernel.Width, _stride.Width, _dilation.Width);
        (int rows, int above) = _padding.Down(down.Length, down.Extent, down.Stride);
        (int columns, int left) = _padding.Across(across.Length, across.Extent, across.Stride);
        return new(
            down with { Count = rows, Before = above }, across with { Count = columns, Before = left }, _inputs, _outputs, _groups);
    }

    private static void CheckPositive(string what, (int Height, int Width) pair)
    {
        if (pair.Height > 0 && pair.Width > 0) { return; }
        throw new ArgumentException($"A {what} of {Pair(pair)} is out of range: it takes 1x1 or more.");
    }

    private static string Pair((int Height, int Width) pair) => string.Create(CultureInfo.InvariantCulture, $"{pair.Height}x{pair.Width}");
}
