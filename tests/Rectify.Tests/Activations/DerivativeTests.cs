using Rectify.Activations;
using Rectify.Tests.Kernels;

namespace Rectify.Tests.Activations;

public sealed class DerivativeTests
{
    // 1e-7, because constants of a formula are single-precision numbers: three times one may be rounded again.
    [Theory]
    [MemberData(nameof(EveryActivation.Texts), MemberType = typeof(EveryActivation))]
    public void It_is_the_derivative_of_the_function(string text)
    {
        Activation activation = Activation.Parse(text);
        foreach (float x in SampleFloats.Even(9, 4001).Where(x => activation.Info.Kinks.All(kink => Math.Abs(x - kink) > 1e-5)))
        {
            double expected = activation.Trace(new Dual(x, 1)).Slope;
            double actual = activation.TraceDerivative(new Dual(x, 0)).Value;
            Assert.True(Math.Abs(actual - expected) <= 1e-7 * Math.Max(1, Math.Abs(expected)), $"At {x}: {actual} instead of {expected}.");
        }
    }

    [Theory]
    [InlineData("relu", 0f, 0f)]
    [InlineData("relu6", 0f, 0f)]
    [InlineData("relu6", 6f, 0f)]
    [InlineData("leaky-relu", 0f, 0.01f)]
    [InlineData("leaky-relu:slope=0.2", -0f, 0.2f)]
    [InlineData("prelu", 0f, 0.25f)]
    [InlineData("rrelu", 0f, 0.229166672f)]
    [InlineData("elu", 0f, 1f)]
    [InlineData("elu:alpha=0.5", 0f, 0.5f)]
    [InlineData("selu", 0f, 1.75809932f)]
    [InlineData("celu:alpha=2", 0f, 1f)]
    [InlineData("hard-sigmoid", -3f, 0f)]
    [InlineData("hard-sigmoid", 3f, 0f)]
    [InlineData("hard-swish", -3f, 0f)]
    [InlineData("hard-swish", 3f, 1f)]
    [InlineData("squared-relu", 0f, 0f)]
    public void At_a_kink_it_is_what_PyTorch_chose(string text, float x, float expected)
    {
        float[] derivative = new float[1];
        Activation.Parse(text).Derivative([x], derivative);
        Assert.Equal(expected, derivative[0]);
    }

    [Theory]
    [MemberData(nameof(EveryActivation.Texts), MemberType = typeof(EveryActivation))]
    public void It_is_a_number_wherever_the_input_is_finite(string text)
    {
        float[] inputs = [.. SampleFloats.Edges, .. SampleFloats.AllExponents(64)], derivatives = new float[inputs.Length];
        Activation.Parse(text).Derivative(inputs, derivatives);
        for (int i = 0; i < inputs.Length; i++)
        {
            Assert.False(float.IsFinite(inputs[i]) && float.IsNaN(derivatives[i]), $"NaN at {inputs[i]}.");
        }
    }

    [Theory]
    [MemberData(nameof(EveryActivation.Texts), MemberType = typeof(EveryActivation))]
    public void Its_sign_changes_only_at_the_turning_points(string text)
    {
        Activation activation = Activation.Parse(text);
        float[] inputs = SampleFloats.Even(20, 8_001), derivatives = new float[inputs.Length];
        activation.Derivative(inputs, derivatives);
        for (int i = 1; i < inputs.Length; i++)
        {
            bool turns = derivatives[i - 1] * derivatives[i] < 0;
            bool known = activation.Info.TurningPoints.Any(point => point >= inputs[i - 1] && point <= inputs[i]);
            Assert.False(turns && !known, $"It turns between {inputs[i - 1]} and {inputs[i]}.");
        }
    }

    // That of a curve moves by up to 0.02 from one input to the next.
    [Theory]
    [MemberData(nameof(EveryActivation.Texts), MemberType = typeof(EveryActivation))]
    public void It_jumps_only_at_the_kinks(string text)
    {
        Activation activation = Activation.Parse(text);
        float[] inputs = SampleFloats.Even(20, 4_001), derivatives = new float[inputs.Length];
        activation.Derivative(inputs, derivatives);
        for (int i = 1; i < inputs.Length; i++)
        {
            bool jumps = Math.Abs(derivatives[i] - derivatives[i - 1]) > 0.05f;
            bool known = activation.Info.Kinks.Any(kink => kink >= inputs[i - 1] && kink <= inputs[i]);
            Assert.False(jumps && !known, $"It jumps between {inputs[i - 1]} and {inputs[i]}.");
        }
    }

    [Fact]
    public void At_a_smooth_turning_point_it_is_nearly_0()
    {
        foreach (ActivationEntry entry in ActivationCatalog.All)
        {
            foreach (float point in entry.Info.TurningPoints.Except(entry.Info.Kinks))
            {
                Assert.Equal(0, entry.Create().TraceDerivative(new Dual(point, 0)).Value, 1e-7);
            }
        }
    }

    [Theory]
    [MemberData(nameof(EveryActivation.Texts), MemberType = typeof(EveryActivation))]
    public void From_the_output_it_is_the_same_bits_where_that_is_claimed(string text)
    {
        Activation activation = Activation.Parse(text);
        if (!activation.DerivativeFromOutput) { return; }

        float[] inputs = [.. SampleFloats.Edges, .. SampleFloats.AllExponents(16)];
        float[] outputs = new float[inputs.Length], fromInput = new float[inputs.Length], fromOutput = new float[inputs.Length];
        float[] gradient = [.. Enumerable.Repeat(1f, inputs.Length)];
        activation.Forward(inputs, outputs);
        activation.Derivative(inputs, fromInput);
        activation.Backward(outputs, gradient, fromOutput);
        Assert.True(SampleFloats.SameBits(fromInput, fromOutput));
    }

    [Theory]
    [InlineData("relu", true)]
    [InlineData("relu6", true)]
    [InlineData("leaky-relu", true)]
    [InlineData("leaky-relu:slope=0", false)]
    [InlineData("leaky-relu:slope=-1", false)]
    [InlineData("sigmoid", false)]
    [InlineData("prelu", false)]
    public void Only_where_it_is_exact_is_the_output_kept(string text, bool fromOutput)
        => Assert.Equal(fromOutput, Activation.Parse(text).DerivativeFromOutput);
}
