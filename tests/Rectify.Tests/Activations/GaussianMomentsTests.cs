using Rectify.Activations;

namespace Rectify.Tests.Activations;

public sealed class GaussianMomentsTests
{
    [Theory]
    [InlineData("identity", 0, 1, 1, 1)]
    [InlineData("identity", 3, 2, 13, 1)]
    [InlineData("relu", 0, 1, 0.5, 0.5)]
    [InlineData("relu", 0, 0.01, 0.5e-4, 0.5)]
    [InlineData("relu", 0, 30, 450, 0.5)]
    [InlineData("relu", -3, 1, 0.00020343, 0.00134983)]
    [InlineData("leaky-relu:slope=0.2", 0, 1, 0.52, 0.52)]
    [InlineData("tanh", 0, 1, 0.394294, 0.464403)]
    [InlineData("sigmoid", 0, 1e-6, 0.25, 0.0625)]
    public void They_are_those_of_integrals(string activation, double mean, double deviation, double output, double derivative)
    {
        Activation f = Activation.Parse(activation);
        Assert.Equal(1, GaussianMoments.OfOutput(f, mean, deviation) / output, 5e-3);
        Assert.Equal(1, GaussianMoments.OfDerivative(f, mean, deviation) / derivative, 2e-2);
    }
}
