using Rectify.Activations;
using Rectify.Data;
using Rectify.Kernels;
using Rectify.Networks;
using Rectify.Training;

namespace Rectify.Benchmarks;

/// <summary>A multilayer perceptron and a batch size.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Widths">Inputs, hidden units, outputs.</param>
/// <param name="BatchSize">Rows of a step.</param>
internal sealed record NetworkCase(string Name, int[] Widths, int BatchSize)
{
    private const int Batches = 40;

    /// <summary>Multiplies and adds of a step's products for one sample; the first layer passes no gradient to the inputs.</summary>
    public double OperationsPerSample
        => 2 * Enumerable.Range(0, Widths.Length - 1).Sum(i => (i == 0 ? 2.0 : 3.0) * Widths[i] * Widths[i + 1]);

    /// <summary>Rectify's training step; its work is counted in samples.</summary>
    public Contender Ours(Workers workers)
    {
        Network network = new NetworkDesign { Hidden = Widths[1..^1], Activation = Activation.Parse("relu") }.Build(Widths[0], Widths[^1]);
        network.Initialize(Initializer.Parse("he"), seed: 1);
        var plan = new TrainingPlan { Loss = new CrossEntropy(), BatchSize = BatchSize };
        var steps = new TrainingSteps(network, plan, RandomSamples(), workers);
        int epoch = 1;
        steps.BeginEpoch(epoch);
        return new(BatchSize, () =>
        {
            if (steps.Next() is not null) { return; }
            steps.BeginEpoch(++epoch);
            steps.Next();
        });
    }

    private ArraySource RandomSamples()
    {
        int rows = Batches * BatchSize;
        float[] inputs = new float[rows * Widths[0]], targets = new float[rows];
        var random = new Philox(seed: 1, RandomPurpose.SyntheticData);
        random.FillNormal(inputs);
        for (int i = 0; i < rows; i++) { targets[i] = random.Below((ulong)i, Widths[^1]); }
        return new ArraySource(inputs, targets, Widths[0]);
    }
}
