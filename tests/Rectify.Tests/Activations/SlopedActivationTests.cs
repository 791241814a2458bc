using Rectify.Activations;

namespace Rectify.Tests.Activations;

public sealed class SlopedActivationTests
{
    [Fact]
    public void Each_element_has_its_own_slope()
    {
        SlopedActivation activation = SlopedActivation.Of<PRelu>();
        float[] output = new float[3], inputGradient = new float[3], slopeGradient = [100, 100, 100];
        activation.Forward([-2, -2, 2], [0.5f, 0.25f, 0.5f], output);
        activation.Backward([-2, 0, 2], [0.5f, 0.25f, 0.5f], [1, 1, 10], inputGradient);
        activation.SlopeGradient([-2, 0, 2], [10, 10, 10], slopeGradient);
        Assert.Equal([-1, -0.5f, 2], output);
        Assert.Equal([0.5f, 0.25f, 10], inputGradient);
        Assert.Equal([80, 100, 100], slopeGradient);
    }

    [Fact]
    public void The_slope_of_prelu_is_learned_by_layer_or_by_channel()
    {
        var shared = (SlopedActivation)Activation.Parse("prelu");
        var perChannel = (SlopedActivation)Activation.Parse("prelu:per-channel");
        Assert.Equal(SlopeOrigin.Learned(0.25f, isPerChannel: false), shared.Origin);
        Assert.Equal(SlopeOrigin.Learned(0.25f, isPerChannel: true), perChannel.Origin);
        Assert.Equal([0.25f, 1], perChannel.Settings);
    }

    [Fact]
    public void The_slope_of_rrelu_is_drawn_and_its_mean_used_afterwards()
    {
        var activation = (SlopedActivation)Activation.Parse("rrelu");
        Assert.False(activation.Origin.IsLearned);
        Assert.Equal(0.229166672f, activation.Origin.Expected);
    }
}
