using Rectify.Data;
using Rectify.Kernels;
using Rectify.Layers;
using Rectify.Networks;
using Rectify.Training;

namespace Rectify.Benchmarks;

/// <summary>A stack of layers and a batch size.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Input">The shape of a sample.</param>
/// <param name="Layers">Their texts.</param>
/// <param name="BatchSize">Samples of a step.</param>
internal sealed record NetworkCase(string Name, Shape Input, string[] Layers, int BatchSize)
{
    private const int Batches = 40;

    /// <summary>A multilayer perceptron of rectifiers with <paramref name="widths"/>: inputs, hidden units, outputs.</summary>
    public static NetworkCase Mlp(string name, int[] widths, int batchSize)
    {
        IEnumerable<string> layers = widths.Zip(widths.Skip(1), (inputs, outputs) => $"dense:inputs={inputs},outputs={outputs}");
        return new(name, new Shape(widths[0]), string.Join(" activation:relu ", layers).Split(' '), batchSize);
    }

    public Network Build() => Network.Stack(Input, [.. Layers.Select(LayerCatalog.Parse)]);

    /// <summary>Multiplies and adds of a step's products for one sample; the first layer passes no gradient to the inputs.</summary>
    public double OperationsPerSample
    {
        get
        {
            Network network = Build();
            double[] products = [.. network.Nodes.SelectMany(node => node.Layer.Parameters
                .Where(parameter => parameter.Role == ParameterRole.Weight)
                .Select(weight => 2.0 * weight.Length * network.ShapeOf(node.Index).Positions))];
            return 3 * products.Sum() - products[0];
        }
    }

    /// <summary>Rectify's training step; its work is counted in samples.</summary>
    public Contender Ours(Workers workers)
    {
        Network network = Build();
        network.Initialize(Initializer.Parse("he"), seed: 1);
        var plan = new TrainingPlan { Loss = new CrossEntropy(), BatchSize = BatchSize };
        var steps = new TrainingSteps(network, plan, RandomSamples(network.OutputShape.Length), workers);
        int epoch = 1;
        steps.BeginEpoch(epoch);
        return new(BatchSize, () =>
        {
            if (steps.Next() is not null) { return; }
            steps.BeginEpoch(++epoch);
            steps.Next();
        });
    }

    private ArraySource RandomSamples(int classes)
    {
        int rows = Batches * BatchSize;
        float[] inputs = new float[rows * Input.Length], targets = new float[rows];
        var random = new Philox(seed: 1, RandomPurpose.SyntheticData);
        random.FillNormal(inputs);
        for (int i = 0; i < rows; i++) { targets[i] = random.Below((ulong)i, classes); }
        return new ArraySource(inputs, targets, Input);
    }
}
