using Rectify.Networks;

namespace Rectify.Tests.Networks;

public sealed class OutputActivationsTests
{
    [Theory]
    [InlineData(null, new string[0])]
    [InlineData("softmax", new[] { "softmax" })]
    [InlineData("softmax,softmax", new[] { "softmax", "softmax" })]
    [InlineData("prelu:per-channel,slope=0.1,softmax", new[] { "prelu:per-channel,slope=0.1", "softmax" })]
    [InlineData("relu,rrelu:lower=0.1,upper=0.2,elu:alpha=2", new[] { "relu", "rrelu:lower=0.1,upper=0.2", "elu:alpha=2" })]
    [InlineData("relu,rulu", new[] { "relu", "rulu" })]
    public void Names_are_told_from_settings(string? text, string[] names) => Assert.Equal(names, OutputActivations.Split(text));

    [Fact]
    public void They_are_applied_one_after_the_other()
        => Assert.Equal(
            ["dense1", "softmax1", "softmax2"],
            new NetworkDesign { Hidden = [], OutputActivation = "softmax,softmax" }.Build(2, 3).Nodes.Select(n => n.Name));

    [Fact]
    public void Settings_that_are_the_defaults_are_left_out()
        => Assert.Equal("leaky-relu,softmax", OutputActivations.Read("leaky-relu:slope=0.01,softmax"));
}
