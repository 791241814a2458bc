using Rectify.Data;
using Rectify.Networks;
using Rectify.Training;

namespace Rectify.Tests.Training;

public sealed class ImageTrainingTests
{
    private static readonly ImageParts Digits = new(DrawnDigits.Make(seed: 3, count: 1000));

    [Fact]
    public void A_convolution_tells_more_digits_apart_than_a_perceptron_of_as_many_parameters()
    {
        (double convolutional, int parameters) = Train(new() { Channels = [8, 16], Hidden = [32] });
        (double perceptron, int atLeast) = Train(new() { Channels = [], Hidden = [34] });

        Assert.InRange(atLeast, 0.97 * parameters, 1.1 * parameters);
        Assert.InRange(convolutional - perceptron, 0.03, 1);
    }

    [Fact]
    public void What_is_left_open_is_decided_for_images()
    {
        ImageTraining training = new(Digits, new() { BatchSize = 50 });

        Assert.Equal("cosine", training.Options.Schedule?.Name);
        Assert.Equal(14, training.Options.Warmup);
        Assert.Equal("shift=1", training.Options.OfData.Augmentation.ToString());
        Assert.Equal([16, 32], training.Design.Channels!);
        Assert.Equal([64], training.Design.Hidden!);
    }

    [Fact]
    public void A_perceptron_and_an_autoencoder_see_images_as_they_are()
    {
        Assert.True(new ImageTraining(Digits, new() { Design = new() { Channels = [] } }).Options.OfData.Augmentation.IsNone);
        Assert.True(new ImageTraining(Digits, new() { Task = TaskKind.Reconstruction }).Options.OfData.Augmentation.IsNone);
    }

    [Fact]
    public void What_is_chosen_stays_and_tables_keep_a_constant_rate()
    {
        ImageTraining chosen = new(Digits, new() { Schedule = Schedule.Find("step"), Warmup = 0, Augmentation = Augmentation.None });
        Assert.Equal(("step", 0), (chosen.Options.Schedule?.Name, chosen.Options.Warmup));
        Assert.True(chosen.Options.OfData.Augmentation.IsNone);

        TableTraining table = new(SyntheticData.Make("moons", seed: 1), "class");
        Assert.Null(table.Options.Schedule);
        Assert.Null(table.Options.Warmup);
    }

    private static (double Accuracy, int Parameters) Train(NetworkDesign design)
    {
        ImageTraining training = new(Digits, new() { Design = design, Epochs = 10 });
        training.Run();
        return (training.Score(training.Test).Headline, training.Model.Network.ParameterCount);
    }
}
