using Rectify.Activations;
using Rectify.Kernels;
using Rectify.Tests.Kernels;

namespace Rectify.Tests.Activations;

public sealed class KernelTests
{
    private static readonly float[] s_inputs = [.. SampleFloats.Edges, .. SampleFloats.AllExponents(4), .. SampleFloats.Even(12, 501)];

    [Theory]
    [MemberData(nameof(EveryActivation.Texts), MemberType = typeof(EveryActivation))]
    public void Every_lane_width_gives_the_same_bits(string text)
    {
        Activation activation = Activation.Parse(text);
        float[] bias = Reversed(s_inputs), forward = new float[s_inputs.Length], biased = new float[s_inputs.Length];
        float[] sums = [.. s_inputs], backward = new float[s_inputs.Length];
        activation.Forward(s_inputs, forward);
        activation.ForwardBiased(sums, bias, biased);
        Elementwise.Map(new TracedBackward(activation), s_inputs, bias, backward, Elementwise.Width);

        foreach (int width in (int[])[1, 4, 8, 16])
        {
            float[] actual = new float[s_inputs.Length], actualSums = [.. s_inputs];
            Elementwise.Map(new Traced(activation), s_inputs, actual, width);
            Assert.True(SampleFloats.SameBits(forward, actual), $"forward, {width} lanes");

            Elementwise.MapBiased(new Traced(activation), actualSums, bias, actual, width);
            Assert.True(SampleFloats.SameBits(sums, actualSums) && SampleFloats.SameBits(biased, actual), $"biased forward, {width} lanes");

            Elementwise.Map(new TracedBackward(activation), s_inputs, bias, actual, width);
            Assert.True(SampleFloats.SameBits(backward, actual), $"backward, {width} lanes");
        }
    }

    [Theory]
    [MemberData(nameof(EveryActivation.Texts), MemberType = typeof(EveryActivation))]
    public void Every_length_and_every_place_gives_what_one_number_alone_gives(string text)
    {
        Activation activation = Activation.Parse(text);
        for (int length = 0; length <= 40; length++)
        {
            float[] input = s_inputs[..length], output = new float[length], expected = new float[length];
            activation.Forward(input, output);
            for (int i = 0; i < length; i++) { activation.Forward(input.AsSpan(i, 1), expected.AsSpan(i, 1)); }
            Assert.True(SampleFloats.SameBits(expected, output), $"length {length}");
        }
    }

    [Theory]
    [MemberData(nameof(EveryActivation.Texts), MemberType = typeof(EveryActivation))]
    public void In_place_gives_the_same_bits(string text)
    {
        Activation activation = Activation.Parse(text);
        float[] bias = Reversed(s_inputs), sums = [.. s_inputs], outOfPlace = new float[s_inputs.Length];

        float[] inPlace = [.. s_inputs];
        activation.Forward(s_inputs, outOfPlace);
        activation.Forward(inPlace, inPlace);
        Assert.True(SampleFloats.SameBits(outOfPlace, inPlace));

        inPlace = [.. s_inputs];
        activation.ForwardBiased(sums, bias, outOfPlace);
        activation.ForwardBiased(inPlace, bias, inPlace);
        Assert.True(SampleFloats.SameBits(outOfPlace, inPlace));

        inPlace = [.. bias];
        activation.Backward(s_inputs, bias, outOfPlace);
        activation.Backward(s_inputs, inPlace, inPlace);
        Assert.True(SampleFloats.SameBits(outOfPlace, inPlace));
    }

    [Fact]
    public void A_backward_pass_multiplies_by_the_derivative()
    {
        float[] inputGradient = new float[3];
        Activation.Of<LeakyRelu>(0.5f).Backward([-1, 0, 2], [10, 10, 10], inputGradient);
        Assert.Equal([5, 5, 10], inputGradient);
    }

    private static float[] Reversed(float[] values) => [.. values.Reverse()];
}
