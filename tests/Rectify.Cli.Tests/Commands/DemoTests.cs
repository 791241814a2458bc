namespace Rectify.Cli.Tests.Commands;

public sealed class DemoTests
{
    [Fact]
    public void Demo_learns_the_spirals_and_says_that_the_network_is_healthy()
    {
        using Workplace here = new();
        Ended demo = here.Run("demo", "--json").Succeeds();
        Assert.True((double)demo.Json["metrics"]!["test"]!["accuracy"]! > 0.95);
        Assert.Equal("ok", (string?)demo.Json["health"]!["verdict"]);
        Assert.Equal("runs/0001-spirals", ((string)demo.Json["run"]!).Replace('\\', '/'));
    }

    [Fact]
    public void Demo_is_the_same_as_train_spirals()
    {
        using Workplace here = new();
        here.Run("demo", "--seed", "7", "--out", "a").Succeeds();
        here.Run("train", "spirals", "--seed", "7", "--out", "b").Succeeds();
        Assert.Equal(here.Bytes("a/model.safetensors"), here.Bytes("b/model.safetensors"));
        Assert.Equal(here.Bytes("a/run.json"), here.Bytes("b/run.json"));
    }
}
