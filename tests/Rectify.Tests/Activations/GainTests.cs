using Rectify.Activations;

namespace Rectify.Tests.Activations;

public sealed class GainTests
{
    [Theory]
    [InlineData("relu", 1.41421, 1e-5)]
    [InlineData("leaky-relu", 1.41414, 1e-5)]
    [InlineData("leaky-relu:slope=0.2", 1.38675, 1e-5)]
    [InlineData("prelu", 1.372, 1e-4)]
    [InlineData("elu", 1.24520, 1e-5)]
    [InlineData("selu", 1, 1e-5)]
    [InlineData("gelu", 1.53353, 1e-5)]
    [InlineData("silu", 1.67653, 1e-5)]
    [InlineData("mish", 1.487, 1e-3)]
    [InlineData("tanh", 1.59254, 1e-5)]
    [InlineData("sigmoid", 1.846, 1e-3)]
    public void Gains_are_those_of_the_literature(string text, double expected, double tolerance)
        => Assert.Equal(expected, Activation.Parse(text).Gain, tolerance);

    [Theory]
    [InlineData(0f), InlineData(0.01f), InlineData(0.3f), InlineData(1f)]
    public void The_gain_of_leaky_relu_is_Hes(float slope)
        => Assert.Equal(Math.Sqrt(2 / (1 + slope * (double)slope)), Activation.Of<LeakyRelu>(slope).Gain, 1e-6);

    [Fact]
    public void The_gain_of_the_identity_is_1() => Assert.Equal(1f, Activation.Of<Identity>().Gain);
}
