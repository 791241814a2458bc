namespace Rectify.Cli.Tests.Commands;

/// <summary>What a doctor must find has to be there first: every fault can be typed, and trains to an end of its own.</summary>
public sealed class PlantedFaultTests
{
    [Theory]
    [InlineData("--activation sigmoid --hidden 32,32,32,32,32,32,32,32,32,32")]
    [InlineData("--hidden 5,5,5,5,5,5,5,5,5,5,5,5,5,5,5,5")]
    [InlineData("--init glorot --hidden 34x128")]
    [InlineData("--init uniform:0.05 --hidden 64,64,64,64,64,64,64,64,64,64")]
    [InlineData("--init normal:1 --hidden 64,64,64,64,64,64,64,64,64,64")]
    [InlineData("--lr 0.1")]
    [InlineData("--lr 1e-12")]
    [InlineData("--lr 1e30 --optimizer sgd")]
    [InlineData("--bias -3")]
    [InlineData("--scale none")]
    [InlineData("--batch-size 1 --optimizer sgd --momentum 0.9")]
    [InlineData("--output-units 1")]
    [InlineData("--output-units 1 --output-activation softmax")]
    [InlineData("--output-activation relu")]
    [InlineData("--output-activation sigmoid")]
    [InlineData("--output-activation softmax,softmax")]
    [InlineData("--output-activation softmax")]
    [InlineData("--l2 10")]
    [InlineData("--loss mse")]
    [InlineData("--loss mae")]
    [InlineData("--loss huber")]
    [InlineData("--loss mse --output-units 1 --output-activation sigmoid")]
    [InlineData("--loss mse --output-activation softmax,softmax")]
    public void A_fault_in_the_settings_trains(string options)
    {
        using Workplace here = new();
        string[] typed = options.Replace("34x128", string.Join(',', Enumerable.Repeat(128, 34))).Split(' ');
        TrainsAndIsJudged(here, "moons", typed);
    }

    [Fact]
    public void So_does_a_fault_in_a_file_of_settings()
    {
        using Workplace here = new();
        here.Write("fault.json", """{"data": "moons", "options": {"loss": "mse", "output-activation": "softmax,softmax"}}""");
        TrainsAndIsJudged(here, "moons", "--config", "fault.json");
    }

    [Fact]
    public void Nine_rows_of_ten_may_be_of_one_class()
    {
        using Workplace here = new();
        here.Write("rare.csv", ["x,class", .. Enumerable.Range(0, 200).Select(i => $"{i * 37 % 101},{(i % 10 == 0 ? "b" : "a")}")]);
        Assert.Contains("imbalanced-labels", TrainsAndIsJudged(here, "rare.csv", "--target", "class").Output);
    }

    [Fact]
    public void Labels_that_are_constant_are_refused_by_name()
    {
        using Workplace here = new();
        here.Write("constant.csv", ["x,class", .. Enumerable.Range(0, 60).Select(i => $"{i * 37 % 61},a")]);
        Ended train = here.Run("train", "constant.csv", "--target", "class", "--json");
        Assert.Contains("nothing to learn", train.Refuses(ExitCode.Data));
        Assert.Equal("constant-labels", (string?)train.Json["finding"]);
    }

    private static Ended TrainsAndIsJudged(Workplace here, string data, params string[] options)
    {
        Ended train = here.Run(["train", data, "--out", "run", "--epochs", "2", .. options, "--json"]);
        Assert.True(train.ExitCode is ExitCode.Success or ExitCode.Diverged, $"ended with {train.ExitCode}\n{train.Output}\n{train.Error}");
        here.Run("evaluate", "run", data).Succeeds();
        return train;
    }
}
