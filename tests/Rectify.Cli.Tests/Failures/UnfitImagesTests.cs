namespace Rectify.Cli.Tests.Failures;

/// <summary>Sound images that are not what a model or an option takes.</summary>
public sealed class UnfitImagesTests
{
    [Theory]
    [InlineData("--task regression", "classification or reconstruction")]
    [InlineData("--task reconstruction --model cnn", "--model mlp")]
    [InlineData("--task reconstruction --class-weight balanced", "--class-weight")]
    [InlineData("--model mlp --channels 4", "--channels")]
    [InlineData("--model cnn --channels none", "--channels none")]
    [InlineData("--channels 1,2,3,4,5,6,7", "they can be halved 3 times")]
    [InlineData("--augment shift=400", "shift=400 does not fit images of 8x8")]
    [InlineData("--augment crop=8", "crop=8 does not fit images of 8x8")]
    [InlineData("--augment shift", "how many pixels")]
    [InlineData("--size 0x3", "height x width")]
    [InlineData("--size 20000x20000", "100 million")]
    [InlineData("--size 8", "height x width")]
    public void An_option_does_not_fit_images(string options, string says)
    {
        using Workplace here = new();
        string[] before = [Pictures.Bars(here), .. here.Entries[1..]];
        Assert.Contains(says, here.Run(["train", "bars", .. options.Split(' ')]).Refuses(ExitCode.Usage));
        Assert.Equal(before, here.Entries);
    }

    [Fact]
    public void A_table_has_no_images_to_convolve()
    {
        using Workplace here = new();
        here.Write("flowers.csv", Tables.Flowers());
        Assert.Contains("--model mlp", here.Run("train", "flowers.csv", "--target", "size", "--model", "cnn").Refuses(ExitCode.Usage));
        Assert.Equal(["flowers.csv"], here.Entries);
    }

    [Fact]
    public void A_model_of_images_takes_images_of_its_own_kind()
    {
        using Workplace here = new();
        TrainBars(here);
        here.Write("flowers.csv", Tables.Flowers());
        here.Write("green.png", Pictures.GreenBar(1));
        here.Write("large.png", Pictures.Bar(1, side: 9));
        here.Write("mixed/1.png", Pictures.Bar(1));
        here.Write("mixed/2.png", Pictures.Bar(2)[..^9]);
        Directory.CreateDirectory(here.PathOf("empty"));
        string[] before = here.Entries;
        foreach ((string data, string says) in ((string, string)[])
            [
                ("flowers.csv", "flowers.csv holds no images, but the model takes images of 8x8x1"),
                ("moons", "moons holds no images"),
                ("digits", "28x28"),
                ("green.png", "green.png is in colour, but the model learned grey"),
                ("large.png", "large.png is 9x9 (height x width), but the model takes 8x8"),
                ("mixed", "2.png is cut short"),
                ("empty", "empty"),
                ("none.png", "no file none.png"),
            ])
        {
            Assert.Contains(says, here.Run("predict", "run", data, "-o", "out.csv").Refuses(ExitCode.Data));
            Assert.Contains(says, here.Run("evaluate", "run", data).Refuses(ExitCode.Data));
        }
        Assert.Equal(before, here.Entries);
    }

    [Fact]
    public void A_model_of_a_table_takes_no_images()
    {
        using Workplace here = new();
        here.TrainMoons().Succeeds();
        here.Write("bar.png", Pictures.Bar(1));
        foreach (string verb in (string[])["predict", "evaluate", "diagnose"])
        {
            string sentence = here.Run(verb, "run", "bar.png").Refuses(ExitCode.Data);
            Assert.Equal("bar.png holds images, but the model takes the rows of a table.", sentence);
        }
    }

    [Fact]
    public void Images_without_a_class_that_the_model_knows_are_not_judged()
    {
        using Workplace here = new();
        TrainBars(here);
        here.Write("other/slanted/1.png", Pictures.Bar(1));
        Assert.Contains("no image whose \"class\" the model knows", here.Run("evaluate", "run", "other").Refuses(ExitCode.Data));
        Assert.Contains("rectify predict", here.Run("evaluate", "run", "bars/lying").Refuses(ExitCode.Data));

        here.Run("train", "bars", "--size", "28x28", "--model", "mlp", "--epochs", "1", "--out", "large").Succeeds();
        Assert.Contains("no image whose \"class\" the model knows", here.Run("evaluate", "large", "digits").Refuses(ExitCode.Data));
    }

    [Fact]
    public void Options_that_mean_nothing_to_the_data_are_ignored_with_a_warning()
    {
        using Workplace here = new();
        string[] ofTables = ["--target", "size", "--ignore", "colour", "--header", "yes"];
        Ended images = here.Run(["train", Pictures.Bars(here), "--epochs", "1", .. ofTables]).Succeeds();
        foreach (string option in (string[])["--target", "--ignore", "--header"])
        {
            Assert.Contains($"{option} is about tables", images.Error);
        }

        here.Write("flowers.csv", Tables.Flowers());
        string[] ofImages = ["--size", "6x6", "--augment", "flip"];
        foreach (string verb in (string[])["train", "inspect"])
        {
            Ended table = here.Run([verb, "flowers.csv", "--target", "size", "--epochs", "1", .. ofImages]).Succeeds();
            Assert.Contains("--size is about images in files and means nothing to flowers.csv: it is ignored.", table.Error);
            Assert.Contains("--augment is about images", table.Error);
        }
    }

    private static void TrainBars(Workplace here)
        => here.Run("train", Pictures.Bars(here), "--channels", "2", "--hidden", "4", "--epochs", "1", "--out", "run").Succeeds();
}
