using System.Text.RegularExpressions;

namespace Rectify.Cli.Tests.Commands;

public sealed partial class DemoTests
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

    /// <summary>The same seed gives the same bits, so that the README can quote a run on any machine; its time apart.</summary>
    [Fact]
    public void The_README_shows_what_demo_says()
    {
        using Workplace here = new();
        string said = WithoutTime(here.Run("demo").Succeeds().Output.Replace('\\', '/'));
        string shown = WithoutTime(Shown.Match(File.ReadAllText(Readme())).Groups["text"].Value);
        Assert.Equal(said.Split('\n').Select(line => line.TrimEnd()), shown.Split('\n'));
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

    private static string WithoutTime(string text) => Seconds.Replace(text.Trim(), "a moment");

    private static string Readme()
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Rectify.slnx"))) { folder = Path.GetDirectoryName(folder)!; }
        return Path.Combine(folder, "README.md");
    }

    [GeneratedRegex("<!-- demo -->\\n```\\n(?<text>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Shown { get; }

    [GeneratedRegex(@"[\d.]+ s$", RegexOptions.Multiline)]
    private static partial Regex Seconds { get; }
}
