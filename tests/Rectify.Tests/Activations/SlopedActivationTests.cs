using Rectify.Activations;
using Rectify.Kernels;

namespace Rectify.Tests.Activations;

public sealed class SlopedActivationTests
{
    [Theory]
    [InlineData("prelu")]
    [InlineData("rrelu")]
    public void Each_element_has_its_own_slope(string text)
    {
        var activation = (SlopedActivation)Activation.Parse(text);
        float[] output = new float[3], inputGradient = new float[3], slopeGradients = [100, 100, 100];
        activation.Forward([-2, -2, 2], [0.5f, 0.25f, 0.5f], output);
        activation.Backward([-2, 0, 2], [0.5f, 0.25f, 0.5f], [1, 1, 10], inputGradient);
        activation.SlopeGradient(Workers.Single, [-2, 0, 2], [10, 10, 10], slopeGradients);
        Assert.Equal([-1, -0.5f, 2], output);
        Assert.Equal([0.5f, 0.25f, 10], inputGradient);
        Assert.Equal([-20, 0, 0], slopeGradients);
    }

    [Fact]
    public void A_row_of_slopes_serves_every_row_and_gathers_their_gradients()
    {
        SlopedActivation activation = SlopedActivation.Of<PRelu>();
        float[] output = new float[6], inputGradient = new float[6], slopeGradients = new float[3];
        activation.Forward([-1, -2, -3, -4, 5, -6], [0.5f, 2, -1], output);
        activation.Backward([-1, -2, -3, -4, 5, -6], [0.5f, 2, -1], [1, 1, 1, 10, 10, 10], inputGradient);
        activation.SlopeGradient(Workers.Single, [-1, -2, -3, -4, 5, -6], [1, 1, 1, 10, 10, 10], slopeGradients);

        Assert.Equal([-0.5f, -4, 3, -2, 5, 6], output);
        Assert.Equal([0.5f, 2, -1, 5, 10, -10], inputGradient);
        Assert.Equal([-41, -2, -63], slopeGradients);
    }

    [Fact]
    public void The_slope_of_prelu_is_learned_by_layer_or_by_channel()
    {
        var shared = (SlopedActivation)Activation.Parse("prelu");
        var perChannel = (SlopedActivation)Activation.Parse("prelu:per-channel");
        Assert.Equal(SlopeOrigin.Learned(0.25f, isPerChannel: false), shared.Origin);
        Assert.Equal(SlopeOrigin.Learned(0.25f, isPerChannel: true), perChannel.Origin);
        Assert.Equal([0.25f, 1], perChannel.Settings);
        Assert.True(shared.Origin.IsLearned);
    }

    [Fact]
    public void The_slope_of_rrelu_is_drawn_and_its_mean_used_afterwards()
    {
        var activation = (SlopedActivation)Activation.Parse("rrelu");
        Assert.Equal((false, false), (activation.Origin.IsLearned, activation.Origin.IsPerChannel));
        Assert.Equal((1 / 8f, 1 / 3f), (activation.Origin.Lower, activation.Origin.Upper));
        Assert.Equal(0.229166672f, activation.Origin.Expected);
    }
}
