using Rectify.Health;
using Rectify.Kernels;
using Rectify.Networks;

namespace Rectify.Tests.Health;

public sealed class ForecastEffortTests
{
    [Theory]
    [InlineData(4, 2, "he", 1000, 2000)]
    [InlineData(5, 16, "he", 300, 2000)]
    [InlineData(64, 2, "he", 100, 1000)]
    [InlineData(128, 34, "he", 1, 16)]
    [InlineData(128, 34, "orthogonal", 1, 4)]
    [InlineData(1000, 4, "lsuv", 1, 1)]
    public void Narrow_networks_are_drawn_often_and_large_ones_seldom(int width, int layers, string initializer, int least, int most)
    {
        Network network = new NetworkDesign { Hidden = [.. Enumerable.Repeat(width, layers)] }.Build(2, 2);
        ForecastEffort effort = ForecastEffort.For(network, Initializer.Parse(initializer), rows: 4096);

        Assert.InRange(effort.Starts, least, most);
        Assert.InRange(effort.Rows, 32, 256);
    }

    [Fact]
    public void No_more_rows_are_looked_at_than_there_are()
    {
        ForecastEffort effort = ForecastEffort.For(new NetworkDesign().Build(new Shape(28, 28, 1), 10), Initializer.Parse("he"), rows: 7);
        Assert.Equal((7, 7), (effort.Rows, effort.GradientRows));
    }

    [Theory]
    [InlineData("orthogonal")]
    [InlineData("lsuv")]
    public void Weights_are_made_orthogonal_to_as_many_vectors_as_the_shorter_side_has(string initializer)
    {
        // Two vectors of 512 to the hidden layer and one from it: by the longer side it would be 512 vectors.
        Network network = new NetworkDesign { Hidden = [512] }.Build(2, 1);
        int fresh = ForecastEffort.For(network, Initializer.Parse("he"), rows: 32).Starts;
        int orthogonal = ForecastEffort.For(network, Initializer.Parse(initializer), rows: 32).Starts;

        Assert.InRange(orthogonal, fresh / 10, fresh - 1);
    }
}
