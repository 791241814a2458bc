using System.Text.RegularExpressions;
using Rectify.Cli.Settings;

namespace Rectify.Cli.Tests.Commands;

public sealed partial class HelpTests
{
    public static TheoryData<string> Verbs => ["demo", "inspect", "train", "evaluate", "predict", "diagnose", "compare", "report", "atlas"];

    [Theory]
    [MemberData(nameof(Verbs))]
    public void What_the_help_lists_exists_and_its_lines_are_short(string verb)
    {
        using Workplace here = new();
        string help = here.Run(verb, "--help").Succeeds().Output;
        Assert.All(help.Split('\n'), line => Assert.True(line.Length <= 110, line));
        // Typed all at once and without values: what is unknown among them would be complained of first.
        string[] listed = [.. Listed().Matches(help).Select(match => match.Groups[1].Value).Except(["--help"])];
        Assert.True(listed.Length >= 3);
        Assert.DoesNotContain("There is no option", here.Run([verb, .. listed]).Refuses(ExitCode.Usage));
    }

    [Fact]
    public void Every_setting_of_train_is_listed_with_its_default()
    {
        using Workplace here = new();
        string help = here.Run("train", "--help").Succeeds().Output;
        foreach (Setting setting in TrainSettings.All)
        {
            Assert.Matches($"(?m)^  {setting.Name}( |\\r?$)", help);
            if (setting.Default is { } text) { Assert.Contains($"[{text}]", help); }
        }
    }

    [Fact]
    public void Nothing_is_listed_that_does_not_exist_yet()
    {
        using Workplace here = new();
        string help = here.Run("--help").Succeeds().Output + here.Run("train", "--help").Succeeds().Output;
        string[] later = ["repair", "export", "import"];
        Assert.All(later, word => Assert.DoesNotContain(word, help));
    }

    [Fact]
    public void The_version_is_one_line()
    {
        using Workplace here = new();
        Assert.Matches(@"^\d+\.\d+\.\d+\S*\r?\n$", here.Run("--version").Succeeds().Output);
    }

    [Fact]
    public void Quiet_leaves_progress_out_and_no_color_is_plain()
    {
        using Workplace here = new();
        foreach (string[] quiet in (string[][])[["-v", "quiet"], ["--verbosity=quiet"], ["--verbosity", "quiet", "--no-color"]])
        {
            Ended train = here.Run(["train", "moons", "--epochs", "2", .. quiet]).Succeeds();
            Assert.Equal("", train.Error);
            Assert.Contains("health", train.Output);
            Assert.DoesNotContain("\e", train.Output);
        }
    }

    [GeneratedRegex(@"^  (?:-\w, )?(--[a-z0-9-]+)", RegexOptions.Multiline)]
    private static partial Regex Listed();
}
