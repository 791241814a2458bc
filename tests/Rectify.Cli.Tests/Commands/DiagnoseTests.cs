namespace Rectify.Cli.Tests.Commands;

public sealed class DiagnoseTests
{
    [Fact]
    public void A_run_knows_its_data_and_a_model_file_is_given_some()
    {
        using Workplace here = new();
        here.TrainMoons("--seed", "5").Succeeds();
        Ended run = here.Run("diagnose", "run").Succeeds();
        Assert.Contains("moons: 1,000 rows", run.Output);
        Assert.Contains("relu1", run.Output);
        Assert.Contains("health", run.Output);

        // The units are the same; since when they are so, only the run knows.
        Ended model = here.Run("diagnose", "run/model.safetensors", "moons", "--seed", "5").Succeeds();
        Assert.Equal(UpToHealth(run.Output), UpToHealth(model.Output));
        Assert.Contains("were silent from the start", run.Output);
        Assert.DoesNotContain("were silent from the start", model.Output);
        Assert.Contains("<data>", here.Run("diagnose", "run/model.safetensors").Refuses(ExitCode.Usage));
    }

    private static string UpToHealth(string output) => output[..output.IndexOf("health", StringComparison.Ordinal)];

    [Theory]
    [InlineData("silent=0.9", ExitCode.Success)]
    [InlineData("silent=0.9,severity=error", ExitCode.GateFailed)]
    [InlineData("silent=0.5", ExitCode.Success)]
    [InlineData("severity=error", ExitCode.GateFailed)]
    [InlineData("severity=hint", ExitCode.GateFailed)]
    public void A_gate_fails_where_a_limit_is_passed(string limits, int exit)
    {
        using Workplace here = new();
        // It learns nothing, which is an error, and none of its units is silent.
        here.TrainMoons("--epochs", "3", "--lr", "0", "--activation", "leaky-relu").Succeeds();
        Assert.Equal(exit, here.Run("diagnose", "run", "--fail-on", limits).ExitCode);
    }

    [Fact]
    public void Units_that_cannot_fire_fail_a_gate_on_silence()
    {
        using Workplace here = new();
        here.TrainMoons("--bias", "-1000", "--epochs", "1").EndsWith(ExitCode.Success);
        Ended diagnose = here.Run("diagnose", "run", "--fail-on", "silent=0.2").EndsWith(ExitCode.GateFailed);
        Assert.Contains("64 of 64 units silent", diagnose.Error);
    }

    [Theory]
    [InlineData("silent=2")]
    [InlineData("silent")]
    [InlineData("noise=1")]
    [InlineData("severity=grave")]
    public void A_gate_that_is_none_is_refused(string limits)
    {
        using Workplace here = new();
        Assert.Contains("--fail-on", here.Run("diagnose", "run", "--fail-on", limits).Refuses(ExitCode.Usage));
    }
}
