using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Rectify.Activations;
using Rectify.Data;
using Rectify.Networks;
using Rectify.Training;

namespace Rectify.Tests.Training;

public sealed class SameBitsTests
{
    // Wide enough that products and updates are shared among threads.
    private static readonly NetworkDesign Wide = new() { Hidden = [160, 128] };

    public static TheoryData<string, NetworkDesign> Designs => new()
    {
        { "relu", Wide },
        { "gelu and dropout", Wide with { Activation = Activation.Parse("gelu"), Dropout = 0.3f } },
        { "batch-norm", Wide with { BatchNorm = true } },
        { "maxout", Wide with { Maxout = 3 } },
        { "rrelu", Wide with { Activation = Activation.Parse("rrelu") } },
        { "prelu", Wide with { Activation = Activation.Parse("prelu:per-channel") } },
    };

    public static TheoryData<string> Optimizers => [.. OptimizerCatalog.All.Select(e => e.Name)];

    [Theory]
    [MemberData(nameof(Designs))]
    public void A_run_gives_the_same_bits_twice_and_at_any_number_of_threads(string _, NetworkDesign design) => AreSame(design, "adam");

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void So_does_every_optimizer(string optimizer) => AreSame(Wide, optimizer);

    // What a run computes is a promise. Change this only together with a reason in the commit: every user's runs change with it.
    [Fact]
    public void The_reference_run_gives_the_bits_it_always_gave()
    {
        NetworkDesign design = new() { Hidden = [24, 16], Activation = Activation.Parse("elu"), BatchNorm = true, Dropout = 0.1f };

        Assert.Equal("971a40b2426354968890f7e9b3f5fd147edb5a4136ff293428cde18d2996ae0a", HashOf(design, "adam", threads: 1));
    }

    // Convolutions, pooling, batch norm and dropout of channels, on images that vary from epoch to epoch.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    public void The_reference_run_on_images_gives_the_bits_it_always_gave(int threads)
    {
        TrainOptions options = new()
        {
            Design = new NetworkDesign { Channels = [6, 8], Hidden = [16], BatchNorm = true, Dropout = 0.2f },
            Augmentation = Augmentation.Parse("shift=2,flip,crop=3"), Epochs = 2, BatchSize = 16, Threads = threads, Seed = 5,
        };
        ImageTraining training = new(new ImageParts(DrawnDigits.Make(seed: 1, count: 60)), options);
        training.Run();

        Assert.Equal("782ac6f7fe2a74697b6bcc86b33108d36c0f2a55efba96c8f8582dd3c5469e12", HashOf(training.Model.Network));
    }

    private static void AreSame(NetworkDesign design, string optimizer)
    {
        string reference = HashOf(design, optimizer, threads: 1);

        Assert.Equal(reference, HashOf(design, optimizer, threads: 1));
        Assert.Equal(reference, HashOf(design, optimizer, threads: 2));
        Assert.Equal(reference, HashOf(design, optimizer, threads: 3));
        Assert.Equal(reference, HashOf(design, optimizer, threads: 8));
    }

    private static string HashOf(NetworkDesign design, string optimizer, int threads)
    {
        Network network = Problems.Classifier(design);
        TrainingPlan plan = new()
        {
            Loss = new CrossEntropy(smoothing: 0.05f),
            Optimizer = OptimizerCatalog.Find(optimizer).Create(0.9f, optimizer == "sgd"),
            Schedule = Schedule.Find("cosine"),
            LearningRate = 0.003f,
            Clip = 0.5f,
            Penalties = new(1e-5f, 1e-4f),
            BatchSize = 64,
            Epochs = 3,
            Threads = threads,
        };
        TrainingResult result = new Trainer(network, plan).Fit(Problems.Moons(300), Problems.Moons(100, seed: 2));
        Assert.Equal(3, result.Epochs);
        return HashOf(network);
    }

    private static string HashOf(Network network) => Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(network.Row)));
}
