namespace Rectify.Cli.Tests.Commands;

public sealed class SameBitsTests
{
    private static readonly string[] Small =
        ["train", "spirals", "--hidden", "16,8", "--activation", "gelu", "--dropout", "0.1", "--batch-norm", "--epochs", "3"];

    // Big enough that a step is shared among threads.
    private static readonly string[] Large = ["train", "moons", "--hidden", "256,256", "--batch-size", "256", "--epochs", "2"];

    private static readonly string[] Images =
    [
        "train", "digits", "--channels", "4,8", "--hidden", "16", "--batch-norm", "--dropout", "0.2",
        "--augment", "shift=2,crop=4", "--epochs", "1", "--batch-size", "128",
    ];

    [Fact]
    public void One_thread_and_two_make_the_same_model()
    {
        using Workplace here = new();
        Assert.Equal(Model(here, [.. Large, "--threads", "1"]), Model(here, [.. Large, "--threads", "2"]));
        Assert.Equal(Model(here, [.. Small, "--threads", "1"]), Model(here, [.. Small, "--threads", "3"]));
        Assert.Equal(Model(here, [.. Images, "--threads", "1"]), Model(here, [.. Images, "--threads", "2"]));
    }

    [Theory]
    [InlineData("DOTNET_EnableAVX512")]
    [InlineData("DOTNET_EnableAVX2")]
    [InlineData("DOTNET_EnableHWIntrinsic")]
    public void A_machine_without_wide_registers_makes_the_same_model(string instructions)
    {
        using Workplace here = new();
        Assert.Equal(Model(here, Small), Model(here, Small, new() { [instructions] = "0" }));
        string[] images = ["train", Pictures.Bars(here), "--batch-norm", "--augment", "shift=1,flip,crop=2", "--epochs", "2"];
        Assert.Equal(Model(here, images), Model(here, images, new() { [instructions] = "0" }));
    }

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

    private static byte[] Model(Workplace here, string[] arguments, Dictionary<string, string>? environment = null)
    {
        here.Run([.. arguments, "--out", "run", "--overwrite"], environment ?? []).Succeeds();
        return here.Bytes("run/model.safetensors");
    }
}
