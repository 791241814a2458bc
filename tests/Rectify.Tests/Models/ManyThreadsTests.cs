using Rectify.Activations;
using Rectify.Data;
using Rectify.Kernels;
using Rectify.Models;
using Rectify.Networks;
using Rectify.Training;

namespace Rectify.Tests.Models;

/// <summary>A model, and a network, predict from many threads at once without locks, each thread to the bit what it would alone.</summary>
public sealed class ManyThreadsTests
{
    private const int Threads = 8, Rounds = 6;

    public static TheoryData<string, NetworkDesign> Designs => new()
    {
        { "dense", new() { Channels = [], Hidden = [24, 16], Activation = Activation.Parse("gelu"), BatchNorm = true, Dropout = 0.2f } },
        { "slopes", new() { Channels = [], Hidden = [24, 16], Activation = Activation.Parse("prelu:per-channel") } },
        { "drawn slopes", new() { Channels = [], Hidden = [24, 16], Activation = Activation.Parse("rrelu") } },
        { "maxout", new() { Channels = [], Hidden = [24, 16], Maxout = 3 } },
        { "convolutions", new() { Channels = [4, 6], Hidden = [16], BatchNorm = true, Dropout = 0.2f } },
    };

    [Theory]
    [MemberData(nameof(Designs))]
    public void A_model_of_images(string _, NetworkDesign design)
    {
        ImageSet digits = DrawnDigits.Make(seed: 1, count: 300);
        Model model = ImageTraining.Train(new ImageParts(digits), new TrainOptions { Design = design, Epochs = 1, Threads = 1 });

        AllAgree(() => [.. model.Predict(digits).SelectMany(prediction => prediction.Shares)]);
    }

    [Fact]
    public void A_model_of_a_table()
    {
        using SavedModel saved = new(new NetworkDesign { Hidden = [24, 16], BatchNorm = true });
        Table many = SavedModel.MakeTable(700);

        AllAgree(() => [.. saved.Model.Predict(many).SelectMany(prediction => prediction.Shares)]);
    }

    [Theory]
    [MemberData(nameof(Designs))]
    public void A_network_with_a_workspace_for_each_thread(string _, NetworkDesign design)
    {
        Network network = design.Build(new Shape(12, 12, 2), outputs: 5);
        network.Initialize(Initializer.Parse("he"), seed: 3);
        using Workers team = new(2);
        using ThreadLocal<Workspace> own = new(() => new(network, WorkspaceKind.Inference, batchSize: 150));

        AllAgree(() => Predict(own.Value!));

        // One team serves whoever comes first; the others go on alone.
        AllAgree(() => Predict(new(network, WorkspaceKind.Inference, batchSize: 150, team)));
    }

    private static float[] Predict(Workspace workspace)
    {
        workspace.Input.Count = workspace.Input.Capacity;
        new Philox(4, RandomPurpose.SyntheticData).FillNormal(workspace.Input.Values);
        return workspace.Forward().Values.ToArray();
    }

    // All threads begin together, and not when a pool finds time.
    private static void AllAgree(Func<float[]> predict)
    {
        float[] alone = predict();
        using Barrier start = new(Threads);
        float[][][] found = new float[Threads][][];
        Thread[] threads = [.. Enumerable.Range(0, Threads).Select(i => new Thread(() =>
        {
            start.SignalAndWait();
            found[i] = [.. Enumerable.Range(0, Rounds).Select(_ => predict())];
        }))];
        foreach (Thread thread in threads) { thread.Start(); }
        foreach (Thread thread in threads) { thread.Join(); }

        Assert.All(alone, value => Assert.True(float.IsFinite(value)));
        Assert.All(found, rounds => Assert.All(rounds, numbers => Assert.Equal(alone, numbers)));
    }
}
