using Rectify.Kernels;
using Rectify.Layers;
using Rectify.Networks;

namespace Rectify.Tests.Layers;

public sealed class Conv2DTests
{
    /// <summary>What differs in code: one stretch a row or many, phases of a stride, depthwise, products without windows.</summary>
    public static TheoryData<string> Kinds =>
    [
        Text("3x3"), Text("2x3", padding: "same"), Text("3x3", stride: "2x2", padding: "same"), Text("3x2", stride: "2x3", padding: "1x1"),
        Text("1x1"), Text("1x1", stride: "2x2"), Text("5x6"), Text("3x3", padding: "2x2", dilation: "2x2"),
        Text("2x2", stride: "2x1", padding: "same", dilation: "3x2"), Text("3x3", padding: "0x1x2x0", groups: 2),
        Text("3x3", stride: "2x1", padding: "same", groups: 4), Text("2x2", outputs: 8, groups: 4),
    ];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Gradients_are_those_of_finite_differences(string text)
    {
        var builder = new NetworkBuilder(new Shape(5, 6, 4)).Add(new BatchNorm(4)).Add(LayerCatalog.Parse(text));
        Network network = builder.Add(new Dense(builder.Shape.Length, 2)).Build();

        Assert.InRange(new GradientCheck(network, batchSize: 3).WorstError(), 0, 5e-3);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Its_text_reads_back(string text) => Assert.Equal(text, LayerCatalog.Parse(text).Text);

    [Theory]
    [InlineData("3x3", "same", "2x2", "3x3x8")]
    [InlineData("3x3", "valid", "2x2", "2x2x8")]
    [InlineData("3x3", "1x1", "1x1", "5x6x8")]
    [InlineData("1x3", "0x1", "2x1", "3x6x8")]
    [InlineData("2x2", "0x0x1x1", "1x1", "5x6x8")]
    public void The_output_has_a_place_for_each_window(string kernel, string padding, string stride, string expected)
        => Assert.Equal(expected, Conv(kernel, padding, stride).OutputShape([new Shape(5, 6, 4)]).ToString());

    [Fact]
    public void Same_padding_puts_the_odd_place_behind_the_image()
    {
        var layer = new Conv2D(1, 1, (2, 2), stride: (1, 1), Padding.Same);
        var run = new LayerRun(WorkspaceKind.Inference, 1, new Shape(2, 2, 1), layer);
        run.Value(0, "weight").Fill(1);

        Assert.Equal([10, 6, 7, 4], run.Forward(1, 2, 3, 4));
    }

    [Fact]
    public void A_bias_and_an_activation_are_applied_to_every_place()
    {
        var run = new LayerRun(
            WorkspaceKind.Inference, 1, new Shape(1, 3, 1), new Conv2D(1, 2, (1, 2)), new ActivationLayer("relu"));
        new float[] { 1, -1, 1, -1 }.CopyTo(run.Value(0, "weight"));
        new float[] { -4, 4 }.CopyTo(run.Value(0, "bias"));

        // Sums 3 and 5: less 4, and from 4, rectified.
        Assert.Equal([0, 1, 1, 0], run.Forward(1, 2, 3));
    }

    [Theory]
    [InlineData("he", "3x3", 1, 0.2357)]
    [InlineData("he", "3x3", 4, 0.4714)]
    [InlineData("glorot-normal", "3x3", 1, 0.1361)]
    public void Weights_start_by_the_inputs_of_a_group_and_by_the_outputs_that_an_input_reaches(
        string initializer, string kernel, int groups, double deviation)
    {
        var layer = (Conv2D)LayerCatalog.Parse(Text(kernel, inputs: 4, outputs: 8, groups: groups));
        Network network = Network.Stack(new Shape(5, 6, 4), layer, new ActivationLayer("relu"));
        double sum = 0, count = 0;
        for (ulong seed = 0; seed < 100; seed++)
        {
            network.Initialize(Initializer.Parse(initializer), seed);
            foreach (float weight in layer.Parameters[0].Value) { (sum, count) = (sum + weight * weight, count + 1); }
        }

        Assert.Equal(deviation, Math.Sqrt(sum / count), 0.03 * deviation);
    }

    [Theory]
    [InlineData("conv2d 7x3 4->8 reads 7x3 places at once, more than 5x6x4 has with its padding: "
        + "take a smaller kernel or dilation, or the padding same.", "7x3", "5x6x4")]
    [InlineData("conv2d 3x3 4->8 takes 4 channels, but 5x6x3 has 3.", "3x3", "5x6x3")]
    [InlineData("conv2d 3x3 4->8 takes images of height x width x channels, but is given 120.", "3x3", "120")]
    public void Samples_that_do_not_fit_are_refused_with_a_sentence(string sentence, string kernel, string sample)
    {
        int[] sides = [.. sample.Split('x').Select(int.Parse)];
        Shape shape = sides.Length == 1 ? new Shape(sides[0]) : new Shape(sides[0], sides[1], sides[2]);
        Assert.Equal(sentence, Assert.Throws<ArgumentException>(() => Conv(kernel, "valid", "1x1").OutputShape([shape])).Message);
    }

    [Theory]
    [InlineData("A convolution of 4 channels to 6 in 4 groups is not possible: "
        + "there is 1 of each or more, and both numbers of channels are multiples of the groups.", "6,kernel=3x3", "groups=4")]
    [InlineData("A kernel of 0x3 is out of range: it takes 1x1 or more.", "8,kernel=0x3", "groups=1")]
    public void A_layer_that_cannot_be_is_refused_with_a_sentence(string sentence, string first, string last)
        => Assert.Equal(sentence, Assert.Throws<ArgumentException>(() => LayerCatalog.Parse(
            $"conv2d:inputs=4,outputs={first},stride=1x1,padding=same,dilation=1x1,{last}")).Message);

    [Theory]
    [InlineData("saame")]
    [InlineData("1")]
    [InlineData("1x-1")]
    [InlineData("1x1x1")]
    public void What_is_no_padding_is_told_with_all_that_is(string text)
        => Assert.Equal(
            $"'{text}' is not a padding: it is same, valid, height x width such as 1x1, or top x left x bottom x right such as 0x0x1x1.",
            Assert.Throws<ArgumentException>(() => Padding.Parse(text)).Message);

    private static Conv2D Conv(string kernel, string padding, string stride)
        => (Conv2D)LayerCatalog.Parse(Text(kernel, stride, padding, outputs: 8));

    private static string Text(
        string kernel, string stride = "1x1", string padding = "0x0", string dilation = "1x1", int groups = 1,
        int inputs = 4, int outputs = 4)
        => $"conv2d:inputs={inputs},outputs={outputs},kernel={kernel},stride={stride},"
            + $"padding={padding},dilation={dilation},groups={groups}";
}
