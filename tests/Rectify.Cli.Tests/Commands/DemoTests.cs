using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Rectify.Cli.Tests.Commands;

public sealed partial class DemoTests
{
    /// <summary>The same seed gives the same bits, so that the README can quote a run on any machine; its time apart.</summary>
    [Theory]
    [InlineData("en", "README.md")]
    [InlineData("zh", "README.zh.md")]
    public void Demo_learns_its_digits_as_the_README_shows(string language, string readme)
    {
        using Workplace here = new();
        string said = WithoutTime(here.Run("demo", "--lang", language).Succeeds().Output.Replace('\\', '/'));
        JsonNode result = JsonNode.Parse(here.Bytes("runs/0001-digits/result.json"))!;
        Assert.True((double)result["metrics"]!["test"]!["accuracy"]! > 0.9);
        string shown = WithoutTime(Shown.Match(File.ReadAllText(PathOf(readme))).Groups["text"].Value);
        Assert.Equal(said.Split('\n').Select(line => line.TrimEnd()), shown.Split('\n'));
    }

    [Fact]
    public void Demo_is_the_same_as_train_digits()
    {
        using Workplace here = new();
        string demo = here.Run("demo", "--seed", "7", "--epochs", "1", "--out", "a").Succeeds().Output;
        string train = here.Run("train", "digits", "--seed", "7", "--epochs", "1", "--out", "b").Succeeds().Output;
        Assert.Equal(here.Bytes("a/model.safetensors"), here.Bytes("b/model.safetensors"));
        Assert.Equal(here.Bytes("a/run.json"), here.Bytes("b/run.json"));

        // But for what it is, where it wrote to and what may come next, it says the same, too.
        Assert.Equal(
            LinesOf(train).Where(line => !line.StartsWith("wrote")),
            LinesOf(demo).Skip(1).TakeWhile(line => !line.StartsWith("wrote")));
    }

    private static string[] LinesOf(string output) => WithoutTime(output).Split('\n');

    private static string WithoutTime(string text) => Seconds.Replace(text.Trim(), "a moment");

    private static string PathOf(string readme)
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Rectify.slnx"))) { folder = Path.GetDirectoryName(folder)!; }
        return Path.Combine(folder, readme);
    }

    [GeneratedRegex("<!-- demo -->\\n```\\n(?<text>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Shown { get; }

    [GeneratedRegex(@"[\d.]+ m?s$", RegexOptions.Multiline)]
    private static partial Regex Seconds { get; }
}
