namespace Rectify.Cli.Tests.Commands;

public sealed class SameBitsTests
{
    [Fact]
    public void A_run_repeats_from_its_own_run_json()
    {
        using Workplace here = new();
        here.Write("flowers.csv", Tables.Flowers());
        here.Write("test.csv", Tables.Flowers(20));
        string[] options =
            ["--target", "size", "--epochs", "4", "--hidden", "8", "--batch-norm", "--ignore", "colour", "--test", "test.csv"];
        here.Run(["train", "flowers.csv", .. options, "--out", "first"]).Succeeds();
        here.Run("train", "--config", "first/run.json", "--out", "second").Succeeds();
        Assert.Equal(here.Bytes("first/model.safetensors"), here.Bytes("second/model.safetensors"));
        Assert.Equal(here.Bytes("first/run.json"), here.Bytes("second/run.json"));

        here.Run("train", "--config=first/run.json", "--out=third", "--seed=1").Succeeds();
        Assert.NotEqual(here.Bytes("first/model.safetensors"), here.Bytes("third/model.safetensors"));
    }
}
