using Rectify.Kernels;
using Rectify.Networks;

namespace Rectify.Tests.Layers;

/// <summary>Compares gradients with central differences of Σ weightᵢ·outputᵢ, a loss that every output enters differently.</summary>
internal sealed class GradientCheck
{
    private readonly Network _network;
    private readonly Workspace _workspace;
    private readonly float[] _outputWeights;
    private readonly float[] _input;

    public GradientCheck(Network network, int batchSize, ulong seed = 1)
    {
        _network = network;
        _workspace = new(network, WorkspaceKind.Training, batchSize) { Seed = seed };
        _workspace.Input.Count = batchSize;
        _input = new float[_workspace.Input.Values.Length];
        _outputWeights = new float[batchSize * network.OutputShape.Length];
        new Philox(seed, RandomPurpose.SyntheticData, 1).FillNormal(_input);
        new Philox(seed, RandomPurpose.SyntheticData, 2).FillNormal(_outputWeights);
        network.Initialize(Initializer.Parse("he-normal"), seed);

        // Biases and slopes off their starts, where gradients may vanish by symmetry.
        var random = new Philox(seed, RandomPurpose.SyntheticData, 3);
        for (int i = network.WeightLength; i < network.LearnedLength; i++) { network.Row[i] += 0.3f * random.Normal((ulong)i); }
    }

    /// <summary>The largest difference between a gradient and its central difference, relative to the largest gradient.</summary>
    public double WorstError(float step = 1e-2f)
    {
        Loss();
        _outputWeights.CopyTo(_workspace.OutputGradient.Values);
        _workspace.Backward();
        float[] gradients = _workspace.Gradients.ToArray();
        double largest = gradients.Max(MathF.Abs), worst = 0;
        for (int i = 0; i < gradients.Length; i++)
        {
            float weight = _network.Row[i];
            _network.Row[i] = weight + step;
            double above = Loss();
            _network.Row[i] = weight - step;
            double below = Loss();
            _network.Row[i] = weight;
            worst = Math.Max(worst, Math.Abs((above - below) / (2 * step) - gradients[i]));
        }
        return worst / largest;
    }

    private double Loss()
    {
        _input.CopyTo(_workspace.Input.Values);
        ReadOnlySpan<float> output = _workspace.Forward().Values;
        double sum = 0;
        for (int i = 0; i < output.Length; i++) { sum += (double)output[i] * _outputWeights[i]; }
        return sum;
    }
}
