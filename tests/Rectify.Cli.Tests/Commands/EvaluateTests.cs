namespace Rectify.Cli.Tests.Commands;

public sealed class EvaluateTests
{
    [Fact]
    public void A_model_file_and_its_run_are_judged_alike()
    {
        using Workplace here = new();
        here.TrainMoons().Succeeds();
        Ended run = here.Run("evaluate", "run", "moons").Succeeds();
        Ended file = here.Run("evaluate", "run/model.safetensors", "moons").Succeeds();
        Assert.Equal(run.Output, file.Output);
        Assert.Contains("rows    1,000", run.Output);
        Assert.Contains("true \\ predicted", run.Output);
    }

    [Fact]
    public void Rows_without_a_known_target_are_left_out_and_counted()
    {
        using Workplace here = new();
        here.Run("train", here.Write("flowers.csv", Tables.Flowers()), "--target", "size", "--epochs", "2", "--out", "run").Succeeds();
        here.Write("new.csv", "height,colour,size", "1,red,low", "4,red,", "4,red,giant");
        Assert.Contains("rows    1 · 2 left out", here.Run("evaluate", "run", "new.csv").Succeeds().Output);

        here.Write("unknown.csv", "height,colour,size", "4,red,giant");
        Assert.Contains("nothing to judge by", here.Run("evaluate", "run", "unknown.csv").Refuses(ExitCode.Data));
        here.Write("without.csv", "height,colour", "4,red");
        Assert.Contains("no column \"size\"", here.Run("evaluate", "run", "without.csv").Refuses(ExitCode.Data));
    }
}
