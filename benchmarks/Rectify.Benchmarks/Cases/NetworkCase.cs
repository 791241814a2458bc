using Rectify.Data;
using Rectify.Health;
using Rectify.Kernels;
using Rectify.Layers;
using Rectify.Networks;
using Rectify.Training;

namespace Rectify.Benchmarks;

/// <summary>A stack of layers and a batch size.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Input">The shape of a sample.</param>
/// <param name="Layers">Their texts.</param>
/// <param name="BatchSize">Samples of a training step.</param>
internal sealed record NetworkCase(string Name, Shape Input, string[] Layers, int BatchSize)
{
    /// <summary>How many batches the data set of training holds.</summary>
    public const int Batches = 40;

    /// <summary>Dense: the parameters of a product, 784-512-256-10.</summary>
    public static NetworkCase Digits { get; } = Mlp("(a) 784-512-256-10", [784, 512, 256, 10], batchSize: 128);

    /// <summary>Convolutions without padding: 28 → 26 → 13 → 11 → 5.</summary>
    public static NetworkCase Images { get; } = new(
        "(b) 28×28, conv 32, conv 64, 128-10",
        new(28, 28, 1),
        [
            "conv2d:inputs=1,outputs=32,kernel=3x3,stride=1x1,padding=0x0,dilation=1x1,groups=1", "activation:relu",
            "max-pool:window=2x2,stride=2x2,padding=0x0",
            "conv2d:inputs=32,outputs=64,kernel=3x3,stride=1x1,padding=0x0,dilation=1x1,groups=1", "activation:relu",
            "max-pool:window=2x2,stride=2x2,padding=0x0", "flatten",
            "dense:inputs=1600,outputs=128", "activation:relu", "dense:inputs=128,outputs=10",
        ],
        BatchSize: 64);

    /// <summary>So small that what surrounds the products counts.</summary>
    public static NetworkCase Small { get; } = Mlp("(c) 16-64-64-2", [16, 64, 64, 2], batchSize: 32);

    public static IReadOnlyList<NetworkCase> All { get; } = [Digits, Images, Small];

    public int Classes => Build().OutputShape.Length;

    /// <summary>Floating-point operations of a forward pass's products for one sample.</summary>
    public double ForwardOperations => Products().Sum();

    /// <summary>Those of a training step for one sample: the first layer passes no gradient to the inputs.</summary>
    public double TrainingOperations => 3 * Products().Sum() - Products()[0];

    /// <summary>Memory of all buffers of a training step.</summary>
    public long PlannedBytes => new Workspace(Build(), WorkspaceKind.Training, BatchSize).PlannedBytes;

    public Network Build()
    {
        Network network = Network.Stack(Input, [.. Layers.Select(LayerCatalog.Parse)]);
        network.Initialize(Initializer.Parse("he"), seed: 1);
        return network;
    }

    /// <summary>A training step: a batch of shuffled rows, cross-entropy, Adam. Work is counted in samples.</summary>
    public Contender Training(Workers workers, int batches = Batches)
    {
        Network network = Build();
        var plan = new TrainingPlan { Loss = new CrossEntropy(), BatchSize = BatchSize };
        var steps = new TrainingSteps(network, plan, RandomSamples(batches), workers);
        int epoch = 1;
        steps.BeginEpoch(epoch);
        return Contender.Ours(BatchSize, () =>
        {
            if (steps.Next() is not null) { return; }
            steps.EndEpoch();
            steps.BeginEpoch(++epoch);
            steps.Next();
        });
    }

    /// <summary>The same, with the health monitor watching all that it can.</summary>
    public Contender WatchedTraining(Workers workers)
    {
        Network network = Build();
        ArraySource samples = RandomSamples(Batches);
        var plan = new TrainingPlan { Loss = new CrossEntropy(), BatchSize = BatchSize };
        var steps = new TrainingSteps(network, plan, samples, workers);
        var monitor = new HealthMonitor(network, samples, plan.Seed);
        monitor.On(new TrainingEvent.Planned(steps.Workspace));
        monitor.On(new TrainingEvent.Started(plan.Epochs, steps.PerEpoch, samples.Count, 0, double.NaN));
        TrainingEvent.Stepped step = new();
        int epoch = 1;
        steps.BeginEpoch(epoch);
        return Contender.Ours(BatchSize, () =>
        {
            if (steps.IsEpochOver)
            {
                monitor.On(new TrainingEvent.EpochEnded(epoch, steps.Done, 1, 1, 0, steps.LearningRate, epoch, 1, 0));
                steps.EndEpoch();
                steps.BeginEpoch(++epoch);
            }
            double loss = steps.Next()!.Value.Loss;
            (step.Epoch, step.Step, step.Loss, step.LearningRate) = (epoch, steps.Done, loss, steps.LearningRate);
            monitor.On(step);
        });
    }

    /// <summary>A prediction of one batch, counted in batches.</summary>
    public Contender Inference(Workers workers, int samples)
    {
        var workspace = new Workspace(Build(), WorkspaceKind.Inference, samples, workers);
        workspace.Input.Count = samples;
        new Philox(1, RandomPurpose.Probe).FillNormal(workspace.Input.Values);
        return Contender.Ours(1, () => workspace.Forward());
    }

    private static NetworkCase Mlp(string name, int[] widths, int batchSize)
    {
        IEnumerable<string> layers = widths.Zip(widths.Skip(1), (inputs, outputs) => $"dense:inputs={inputs},outputs={outputs}");
        return new(name, new Shape(widths[0]), string.Join(" activation:relu ", layers).Split(' '), batchSize);
    }

    private double[] Products()
    {
        Network network = Build();
        return [.. network.Nodes.SelectMany(node => node.Layer.Parameters
            .Where(parameter => parameter.Role == ParameterRole.Weight)
            .Select(weight => 2.0 * weight.Length * network.ShapeOf(node.Index).Positions))];
    }

    private ArraySource RandomSamples(int batches)
    {
        int rows = batches * BatchSize, classes = Classes;
        float[] inputs = new float[rows * Input.Length], targets = new float[rows];
        var random = new Philox(seed: 1, RandomPurpose.SyntheticData);
        random.FillNormal(inputs);
        for (int i = 0; i < rows; i++) { targets[i] = random.Below((ulong)i, classes); }
        return new ArraySource(inputs, targets, Input);
    }
}
