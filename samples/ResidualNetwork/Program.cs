using System.Globalization;
using Rectify.Data;
using Rectify.Kernels;
using Rectify.Layers;
using Rectify.Models;
using Rectify.Networks;
using Rectify.Training;

// A residual network with batch normalization, on the images of a folder or on a few digits: ResidualNetwork [folder] [epochs] [seed]
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
ImageParts images = args.Length > 0 ? ImageFiles.Read(args[0]) : new(DrawnDigits.Make(seed: 1, count: 600));
(int epochs, ulong seed) = (args.Length > 1 ? int.Parse(args[1]) : 8, args.Length > 2 ? ulong.Parse(args[2]) : 1);
Augmentation augmentation = Augmentation.Parse(args.Length > 0 ? "shift=2,flip" : "shift=2");
ImageData data = ImageData.Make(images, new DataOptions { Validation = 0.05, Augmentation = augmentation, Seed = seed });
Network network = Residual(data.Pipeline.InputShape, data.Labels.Count);
network.Initialize(Initializer.Parse("he-normal"), seed);
Console.WriteLine($"{network.Nodes.Count} layers, {network.ParameterCount:N0} parameters, {data.Training.Count:N0} training images");

TrainingPlan plan = new()
{
    Loss = new CrossEntropy(smoothing: 0.1f), Schedule = Schedule.Find("one-cycle"), LearningRate = 5e-3f,
    BatchSize = args.Length > 0 ? 128 : 16, Epochs = epochs, Seed = seed,
};
new Trainer(network, plan).Fit(data.Training, data.Validation, [new EpochLines()]);
Model model = new(network, data.Pipeline, OutputMeaning.ClassScores, plan.Loss.Name);
Console.WriteLine($"test accuracy {Scorer.Score(model, data.Test, plan.Loss).Headline:F4} of {data.Test.Count:N0} images");

static Network Residual(Shape image, int classes)
{
    NetworkBuilder builder = new(image);
    builder.Add(new Conv2D(image.Units, 32, (3, 3), padding: Padding.Same)).Add(new BatchNorm(32)).Add(new ActivationLayer("relu"));
    builder.Add(new MaxPool(2));
    foreach ((int channels, int stride) in new[] { (32, 1), (64, 2), (64, 1), (96, 2) }) { AddBlock(builder, channels, stride); }
    return builder.Add(new GlobalAveragePool()).Add(new Dense(builder.Shape.Units, classes)).Build();
}

// What comes in is added to what two convolutions make of it (He et al. 2016, figure 2); where the shape changes, through a 1×1 one.
static void AddBlock(NetworkBuilder builder, int channels, int stride)
{
    (int input, int inputs) = (builder.Last, builder.Shape.Units);
    builder.Add(new Conv2D(inputs, channels, (3, 3), (stride, stride), Padding.Same)).Add(new BatchNorm(channels));
    builder.Add(new ActivationLayer("relu"));
    builder.Add(new Conv2D(channels, channels, (3, 3), padding: Padding.Same)).Add(new BatchNorm(channels));
    int branch = builder.Last, shortcut = input;
    if (stride > 1 || inputs != channels)
    {
        shortcut = builder.Add(new Conv2D(inputs, channels, (1, 1), (stride, stride)), [input]);
    }
    builder.Add(new Add(), [branch, shortcut]);
    builder.Add(new ActivationLayer("relu"));
}

internal sealed class EpochLines : ITrainingObserver
{
    public void On(TrainingEvent e)
    {
        if (e is TrainingEvent.EpochEnded x) { Console.WriteLine($"{x.Epoch,3} validation loss {x.ValidationLoss:F3}"); }
    }
}
