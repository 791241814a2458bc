namespace Rectify.Cli.Tests.Failures;

/// <summary>Places that cannot be written to: exit 3, and nothing half-written.</summary>
public sealed class BadPlaceTests
{
    [Theory]
    [InlineData("file")]
    [InlineData("file/run")]
    public void A_file_is_in_the_way_of_the_run_folder(string place)
    {
        using Workplace here = new();
        here.Write("file", "text");
        Assert.Contains(place, here.Run("train", "moons", "--epochs", "1", "--out", place).Refuses(ExitCode.Data));
        Assert.Equal(["file"], here.Entries);
    }

    [Fact]
    public void A_model_that_lies_in_the_run_folder_is_not_lost_unless_told()
    {
        using Workplace here = new();
        Directory.CreateDirectory(here.PathOf("mine"));
        here.Write("mine/model.safetensors", "mine");
        string sentence = here.Run("train", "moons", "--epochs", "1", "--out", "mine").Refuses(ExitCode.Data);

        Assert.Contains("model.safetensors", sentence);
        Assert.Equal("mine\n", File.ReadAllText(here.PathOf("mine/model.safetensors")));
        Assert.Equal(["mine", "mine/model.safetensors"], here.Entries);
        here.Run("train", "moons", "--epochs", "1", "--out", "mine", "--overwrite").Succeeds();
    }

    [Fact]
    public void The_run_folder_is_read_only()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows keeps folders writable.");
        Assert.SkipWhen(Environment.UserName == "root", "root writes anywhere.");
        if (OperatingSystem.IsWindows()) { return; }
        using Workplace here = new();
        Directory.CreateDirectory(here.PathOf("locked"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        here.Run("train", "moons", "--epochs", "1", "--out", "locked/run").Refuses(ExitCode.Data);
        here.Run("train", "moons", "--epochs", "1", "--out", "locked").Refuses(ExitCode.Data);
        Assert.Equal(["locked"], here.Entries);
    }

    [Fact]
    public void Predictions_go_to_a_folder_that_is_missing()
    {
        using Workplace here = new();
        here.TrainMoons().Succeeds();
        string[] before = here.Entries;
        Assert.Contains("missing/out.csv", here.Run("predict", "run", "moons", "-o", "missing/out.csv").Refuses(ExitCode.Data));
        Assert.Contains("run", here.Run("predict", "run", "moons", "-o", "run").Refuses(ExitCode.Data));
        Assert.Equal(before, here.Entries);
    }

    [Fact]
    public void The_configuration_is_none()
    {
        using Workplace here = new();
        here.Write("text.json", "not JSON");
        here.Write("list.json", "[]");
        here.Write("misspelt.json", """{"data": "moons", "options": {"epoch": 3}}""");
        here.Write("wrong.json", """{"data": "moons", "options": {"lr": -1}}""");
        Assert.Contains("none.json", here.Run("train", "--config", "none.json").Refuses(ExitCode.Data));
        Assert.Contains("text.json", here.Run("train", "--config", "text.json").Refuses(ExitCode.Data));
        Assert.Contains("list.json", here.Run("train", "--config", "list.json").Refuses(ExitCode.Data));
        Assert.Contains("Did you mean epochs?", here.Run("train", "--config", "misspelt.json").Refuses(ExitCode.Data));
        Assert.Contains("wrong.json: --lr", here.Run("train", "--config", "wrong.json").Refuses(ExitCode.Data));
    }
}
