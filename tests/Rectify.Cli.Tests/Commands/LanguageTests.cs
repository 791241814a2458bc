using System.Text.RegularExpressions;

namespace Rectify.Cli.Tests.Commands;

public sealed partial class LanguageTests
{
    private static readonly Dictionary<string, string> ChineseSystem = new() { ["LC_ALL"] = "zh_CN.UTF-8" };

    // Whatever two words of English stand side by side was not understood; commands and options stay.
    [Fact]
    public void Every_line_of_every_command_is_said_in_the_language_asked_for()
    {
        using Workplace here = new();
        here.Write("mixed.csv", Tables.Untidy());
        string[][] commands =
        [
            ["inspect", "mixed.csv"],
            ["inspect", "mixed.csv", "--target", "answer"],
            ["train", "mixed.csv", "--target", "answer", "--epochs", "2", "--out", "run", "--size", "8x8", "--lr", "0.01"],
            ["train", "mixed.csv", "--target", "weight", "--epochs", "2", "--out", "numbers", "--seed", "1"],
            ["train", "blobs", "--hidden", "5,5,5,5,5,5,5,5,5,5", "--epochs", "2", "--lr", "1", "--out", "narrow"],
            ["train", "digits", "--epochs", "1", "--task", "reconstruction", "--hidden", "8", "--out", "code"],
            ["train", "moons", "--dry-run"],
            ["train", "--resume", "run", "--epochs", "3"],
            ["evaluate", "run", "mixed.csv"],
            ["evaluate", "numbers", "mixed.csv"],
            ["predict", "run", "mixed.csv", "-o", "answers.csv"],
            ["diagnose", "narrow"],
            ["compare", "moons", "--activation", "relu", "--activation", "elu", "--activation", "tanh", "--seeds", "3", "--epochs", "2"],
            ["demo", "--epochs", "1", "--out", "demo"],
            ["atlas"],
            ["report", "run"],
        ];
        Assert.All(commands, command =>
        {
            Ended ended = here.Run([.. command, "--lang", "zh"]).Succeeds();
            string[] lines = [.. (ended.Output + ended.Error).Split('\n').Select(line => Command.Replace(line, ""))];
            Assert.All(lines, line => Assert.DoesNotMatch(EnglishWords, line));
            Assert.Contains(lines, line => Chinese.IsMatch(line));
        });
        Assert.Contains("<html lang=\"zh\">", File.ReadAllText(here.PathOf("run/report.html")));
    }

    [Fact]
    public void It_is_the_systems_unless_another_is_asked_for()
    {
        using Workplace here = new();
        Assert.Contains("预演", here.Run(["train", "moons", "--dry-run"], ChineseSystem).Output);
        Assert.Contains("dry run", here.Run(["train", "moons", "--dry-run", "--lang", "en"], ChineseSystem).Output);
        Assert.Contains("dry run", here.Run(["train", "moons", "--dry-run"]).Output);
        Assert.DoesNotMatch(Chinese, here.Run("train", "moons", "--epochs", "1", "--out", "run").Output);
    }

    [Fact]
    public void Json_and_what_went_wrong_are_the_same_in_every_language()
    {
        using Workplace here = new();
        string[] command = ["inspect", "moons", "--json"];
        Assert.Equal(here.Run(command).Output, here.Run(command, ChineseSystem).Output);
        string[] wrong = ["train", "absent.csv", "--target", "a"];
        Ended english = here.Run(wrong), chinese = here.Run(wrong, ChineseSystem);
        Assert.Equal((english.Error, english.ExitCode), (chinese.Error, chinese.ExitCode));
        Assert.Contains("--lang", here.Run("train", "moons", "--lang", "fr").Refuses(ExitCode.Usage));
    }

    [GeneratedRegex(@"rectify \w+( [^\s，。；）]+)*|--[\w-]+( [^\s，。；）]+)?")]
    private static partial Regex Command { get; }

    [GeneratedRegex(@"(?<![-\w./])[a-z]{2,} [a-z]{2,}(?![\w./])")]
    private static partial Regex EnglishWords { get; }

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Chinese { get; }
}
