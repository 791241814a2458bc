namespace Rectify.Cli.Tests.Failures;

/// <summary>What is typed wrong: exit 2, and a sentence that says what would be right.</summary>
public sealed class UsageTests
{
    [Theory]
    [InlineData("trian", "Did you mean train?")]
    [InlineData("nonsense", "Known: demo, inspect, train, evaluate, predict, diagnose")]
    [InlineData("--nonsense", "no option --nonsense")]
    [InlineData("train moons --epoch 3", "Did you mean --epochs?")]
    [InlineData("train moons --epoch=3", "Did you mean --epochs?")]
    [InlineData("train", "train needs <data>")]
    [InlineData("train moons circles", "'circles' is one argument too many")]
    [InlineData("train moons --out", "--out <folder>")]
    [InlineData("train table.csv", "--target")]
    [InlineData("train moons --model cnn", "mlp")]
    [InlineData("train moons --config", "--config <file.json>")]
    [InlineData("train moons --verbosity loud", "quiet or normal")]
    [InlineData("train moons -v", "--verbosity <quiet|normal>")]
    [InlineData("train moons --json=yes", "'yes'")]
    [InlineData("inspect", "inspect needs <data>")]
    [InlineData("inspect moons --out x", "no option --out")]
    [InlineData("evaluate model", "evaluate needs <data>")]
    [InlineData("predict", "predict needs <model>")]
    [InlineData("predict a b --json", "-o")]
    [InlineData("predict a b -o=", "-o")]
    [InlineData("diagnose", "diagnose needs <model>")]
    [InlineData("demo --seed x", "--seed")]
    [InlineData("demo --hidden 4", "no option --hidden")]
    public void It_is_refused(string typed, string says)
    {
        using Workplace here = new();
        Assert.Contains(says, here.Run(typed.Split(' ')).Refuses(ExitCode.Usage));
        Assert.Empty(here.Entries);
    }

    [Fact]
    public void Nothing_typed_shows_the_help()
    {
        using Workplace here = new();
        Ended nothing = here.Run().EndsWith(ExitCode.Usage);
        Assert.Equal(here.Run("--help").Succeeds().Output, nothing.Output);
        Assert.Contains("rectify demo", nothing.Output);
    }
}
