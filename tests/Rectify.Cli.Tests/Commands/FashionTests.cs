namespace Rectify.Cli.Tests.Commands;

/// <summary>Fashion-MNIST: 70,000 images in IDX files, as its authors hand them out.</summary>
public sealed class FashionTests
{
    [Fact]
    public void Its_t10k_part_is_the_test()
    {
        using Workplace here = new();
        string said = here.Run("inspect", SharedData.PathOf("fashion")).Succeeds().Output;
        Assert.Contains("70,000 images of 28x28, grey · 10 classes", said);
        Assert.Contains("51,000 train / 9,000 validation / 10,000 test (t10k-images-idx3-ubyte.gz)", said);
    }

    [Fact]
    public void Two_epochs_of_a_small_network_tell_most_of_them_apart()
    {
        using Workplace here = new();
        string[] options = ["--model", "mlp", "--hidden", "16", "--epochs", "2", "--json"];
        Ended train = here.Run(["train", SharedData.PathOf("fashion"), .. options]).Succeeds();
        Assert.InRange((double)train.Json["metrics"]!["test"]!["accuracy"]!, 0.8, 0.9);
        Assert.Equal(10_000, (int)train.Json["metrics"]!["test"]!["rows"]!);
    }
}
