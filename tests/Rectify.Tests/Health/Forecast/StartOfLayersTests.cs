using Rectify.Data;
using Rectify.Health;
using Rectify.Kernels;
using Rectify.Layers;
using Rectify.Networks;

namespace Rectify.Tests.Health;

public sealed class StartOfLayersTests
{
    [Fact]
    public void Each_layer_is_told_with_its_units_and_the_variance_of_what_goes_into_it()
    {
        Network network = Network.Stack(
            new Shape(1), new Dense(1, 2), new ActivationLayer("relu"), new Dense(2, 1), new ActivationLayer("tanh"));
        Fill(network, node: 0, weights: [1, -1], biases: [0, -5]);
        Fill(network, node: 2, weights: [2, 1], biases: [7]);
        StartForecast forecast = StartForecast.Of(
            network, Initializer.Parse("he"), new ArraySource([-1, 0, 1, 4], new float[4], 1), seed: 1);

        // Before the rectifier −1, 0, 1, 4 and −4, −5, −6, −9; after it 0, 0, 1, 4 and zeros, and before tanh 7, 7, 9, 15.
        Assert.Equal(["relu1", "tanh1"], forecast.Layers.Select(layer => layer.Census.Layer));
        Assert.Equal([Verdict.Alive, Verdict.Silent], forecast.Layers[0].Census.Verdicts);
        Assert.Equal(15.75, forecast.Layers[0].PreActivationVariance, 1e-9);
        Assert.Equal(10.75, forecast.Layers[1].PreActivationVariance, 1e-9);
    }

    private static void Fill(Network network, int node, float[] weights, float[] biases)
    {
        weights.CopyTo(network.Nodes[node].Layer.Parameters[0].Value);
        biases.CopyTo(network.Nodes[node].Layer.Parameters[1].Value);
    }
}
