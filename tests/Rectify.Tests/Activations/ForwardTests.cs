using Rectify.Activations;
using Rectify.Tests.Kernels;

namespace Rectify.Tests.Activations;

public sealed class ForwardTests
{
    private const float Infinity = float.PositiveInfinity;

    [Theory]
    [InlineData("relu", -2f, 0f)]
    [InlineData("relu", 2f, 2f)]
    [InlineData("leaky-relu", -2f, -0.02f)]
    [InlineData("prelu", -2f, -0.5f)]
    [InlineData("rrelu", -2f, -0.4583333f)]
    [InlineData("elu", -1f, -0.6321206f)]
    [InlineData("gelu", 1f, 0.8413447f)]
    [InlineData("gelu", -2f, -0.0455003f)]
    [InlineData("relu6", 7f, 6f)]
    [InlineData("selu", -1f, -1.1113307f)]
    [InlineData("selu", 1f, 1.0507010f)]
    [InlineData("celu:alpha=2", -2f, -1.2642411f)]
    [InlineData("gelu-tanh", 1f, 0.8411920f)]
    [InlineData("silu", 1f, 0.7310586f)]
    [InlineData("mish", 1f, 0.8650984f)]
    [InlineData("softplus", 0f, 0.6931472f)]
    [InlineData("softplus:beta=2", 0f, 0.3465736f)]
    [InlineData("softplus:beta=1e30", 1e10f, 1e10f)]
    [InlineData("softsign", -3f, -0.75f)]
    [InlineData("hard-sigmoid", 1f, 0.6666667f)]
    [InlineData("hard-swish", 1f, 0.6666667f)]
    [InlineData("squared-relu", 3f, 9f)]
    [InlineData("sigmoid", 1f, 0.7310586f)]
    [InlineData("tanh", 1f, 0.7615942f)]
    [InlineData("log-sigmoid", -1f, -1.3132617f)]
    [InlineData("identity", -1f, -1f)]
    public void Known_values_are_met(string text, float x, float expected) => Assert.Equal(expected, At(text, x), 1e-6f);

    [Theory]
    [InlineData("gelu", -Infinity, -0f, 0f)]
    [InlineData("gelu", Infinity, Infinity, 1f)]
    [InlineData("gelu-tanh", -Infinity, -0f, 0f)]
    [InlineData("gelu-tanh", Infinity, Infinity, 1f)]
    [InlineData("silu", -Infinity, -0f, 0f)]
    [InlineData("silu", Infinity, Infinity, 1f)]
    [InlineData("mish", -Infinity, -0f, 0f)]
    [InlineData("mish", Infinity, Infinity, 1f)]
    [InlineData("hard-swish", -Infinity, -0f, 0f)]
    [InlineData("hard-swish", Infinity, Infinity, 1f)]
    [InlineData("softsign", -Infinity, -1f, 0f)]
    [InlineData("softsign", Infinity, 1f, 0f)]
    [InlineData("softplus", -Infinity, 0f, 0f)]
    [InlineData("softplus", Infinity, Infinity, 1f)]
    [InlineData("log-sigmoid", -Infinity, -Infinity, 1f)]
    [InlineData("log-sigmoid", Infinity, 0f, 0f)]
    [InlineData("elu", -Infinity, -1f, 0f)]
    [InlineData("elu", Infinity, Infinity, 1f)]
    [InlineData("celu", -Infinity, -1f, 0f)]
    [InlineData("selu", -Infinity, -1.7580993f, 0f)]
    [InlineData("relu", -Infinity, 0f, 0f)]
    [InlineData("relu6", Infinity, 6f, 0f)]
    [InlineData("sigmoid", -Infinity, 0f, 0f)]
    [InlineData("tanh", Infinity, 1f, 0f)]
    [InlineData("hard-sigmoid", Infinity, 1f, 0f)]
    public void At_infinity_it_is_its_limit(string text, float x, float expected, float expectedDerivative)
    {
        float[] derivative = new float[1];
        Activation.Parse(text).Derivative([x], derivative);
        Assert.Equal(BitConverter.SingleToInt32Bits(expected), BitConverter.SingleToInt32Bits(At(text, x)));
        Assert.Equal(expectedDerivative, derivative[0]);
    }

    [Theory]
    [InlineData("relu", false), InlineData("relu6", false), InlineData("squared-relu", false)]
    [InlineData("leaky-relu", true), InlineData("elu", true), InlineData("selu", true), InlineData("celu", true), InlineData("gelu", true)]
    [InlineData("gelu-tanh", true), InlineData("silu", true), InlineData("mish", true), InlineData("softsign", true)]
    [InlineData("hard-swish", true), InlineData("tanh", true), InlineData("identity", true)]
    public void Minus_zero_stays_where_the_function_keeps_it(string text, bool negative)
    {
        Assert.Equal(0, At(text, -0f));
        Assert.Equal(negative, float.IsNegative(At(text, -0f)));
    }

    [Theory]
    [MemberData(nameof(EveryActivation.Texts), MemberType = typeof(EveryActivation))]
    public void NaN_stays_NaN(string text) => Assert.Equal(float.NaN, At(text, float.NaN));

    private static float At(string text, float x)
    {
        float[] output = new float[1];
        Activation.Parse(text).Forward([x], output);
        return output[0];
    }
}
