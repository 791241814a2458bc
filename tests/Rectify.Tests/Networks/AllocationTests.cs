using Rectify.Data;
using Rectify.Kernels;
using Rectify.Layers;
using Rectify.Networks;
using Rectify.Tests.Layers;
using Rectify.Training;

namespace Rectify.Tests.Networks;

public sealed class AllocationTests
{
    private const int Rows = 80, BatchSize = 32;

    public static TheoryData<string, Shape, int> LayersByThreads
        => new(LayerExamples.All.SelectMany(e => new[] { (e.Text, e.Input, 1), (e.Text, e.Input, 2) }));

    public static TheoryData<string, int> NetworksByThreads => ByThreads(SampleNetworks.Names);

    public static TheoryData<string, int> OptimizersByThreads => ByThreads(OptimizerCatalog.All.Select(e => e.Name));

    public static TheoryData<string> Losses => [.. LossCatalog.All.Select(e => e.Name)];

    [Theory]
    [MemberData(nameof(LayersByThreads))]
    public void A_step_through_any_layer_allocates_nothing(string layer, Shape input, int threads)
    {
        Network network = LayerExamples.Between(layer, input, outputs: 3);

        Assert.Equal(0, BytesOfAnEpoch(network, new TrainingPlan { Loss = new CrossEntropy() }, threads));
    }

    [Theory]
    [MemberData(nameof(NetworksByThreads))]
    public void A_step_through_any_graph_allocates_nothing(string network, int threads)
    {
        TrainingPlan plan = new() { Loss = new CrossEntropy(), ActivationL1 = 0.01f };
        Assert.Equal(0, BytesOfAnEpoch(SampleNetworks.Make(network), plan, threads));
    }

    [Theory]
    [MemberData(nameof(OptimizersByThreads))]
    public void A_step_of_any_optimizer_allocates_nothing(string optimizer, int threads)
    {
        // Large enough that the products and the update are shared among threads.
        Network network = new NetworkDesign { Hidden = [160, 160] }.Build(4, 3);
        TrainingPlan plan = new()
        {
            Loss = new CrossEntropy(0.1f, [1, 2, 3]),
            Optimizer = OptimizerCatalog.Find(optimizer).Create(0.9f, true),
            Schedule = Schedule.Find("one-cycle"),
            Clip = 0.1f,
            Penalties = new(0.01f, 0.01f),
        };

        Assert.Equal(0, BytesOfAnEpoch(network, plan, threads));
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public void A_step_by_any_loss_allocates_nothing(string loss)
    {
        Network network = new NetworkDesign { Hidden = [8] }.Build(4, LossCatalog.Find(loss).IsForClasses ? 3 : 1);

        Assert.Equal(0, BytesOfAnEpoch(network, new TrainingPlan { Loss = LossCatalog.Find(loss).Create(0, null) }, threads: 1));
    }

    private static TheoryData<string, int> ByThreads(IEnumerable<string> names) => new(names.SelectMany(n => new[] { (n, 1), (n, 2) }));

    private static long BytesOfAnEpoch(Network network, TrainingPlan plan, int threads)
    {
        network.Initialize(Initializer.Parse("he"), seed: 1);
        float[] inputs = new float[Rows * network.InputShape.Length];
        new Philox(1, RandomPurpose.SyntheticData).FillNormal(inputs);
        var source = new ArraySource(inputs, [.. Enumerable.Range(0, Rows).Select(i => (float)(i % 3 % 2))], network.InputShape);
        using var workers = new Workers(threads);
        var steps = new TrainingSteps(network, plan with { BatchSize = BatchSize }, source, workers);

        // The first epoch makes what lives as long as its thread, such as the scratch of products.
        for (int epoch = 1; epoch <= 2; epoch++) { RunEpoch(steps, epoch); }
        return Allocations.Of(() => RunEpoch(steps, epoch: 3));
    }

    private static void RunEpoch(TrainingSteps steps, int epoch)
    {
        steps.BeginEpoch(epoch);
        while (steps.Next() is not null) { }
        steps.EndEpoch();
    }
}
