using Rectify.Kernels;
using Rectify.Layers;
using Rectify.Networks;
using Rectify.Training;

namespace Rectify.Health;

/// <summary>
/// Measures a step of training as it runs: the gradient that reaches each layer of weights, and what the step does to them.
/// </summary>
internal sealed class StepWatch
{
    private readonly Network _network;
    private readonly Penalties _penalties;
    private readonly Node[] _weighted;
    private readonly double[] _gradients;
    private readonly float[] _before;

    /// <param name="network">The network in training.</param>
    /// <param name="penalties">What the plan adds to the loss.</param>
    public StepWatch(Network network, Penalties penalties)
    {
        (_network, _penalties) = (network, penalties);
        _weighted = [.. network.Nodes.Where(node => WeightOf(node) is not null)];
        _gradients = new double[network.Nodes.Count];
        _before = new float[network.WeightLength];
    }

    /// <summary>Keeps the weights as they are before the step.</summary>
    public void Begin() => _network.Row[.._before.Length].CopyTo(_before);

    public void See(Node node, LayerPass pass)
    {
        Batch gradient = pass.OutputGradient;
        _gradients[node.Index] = gradient.Count * Math.Sqrt(Reduction.SumOfSquares(gradient.Values) / gradient.Values.Length);
    }

    /// <summary>What the step did.</summary>
    /// <param name="gradients">Of the loss, laid out as the network's row.</param>
    public IReadOnlyList<WeightLook> End(ReadOnlySpan<float> gradients)
    {
        WeightLook[] looks = new WeightLook[_weighted.Length];
        for (int i = 0; i < looks.Length; i++) { looks[i] = Look(_weighted[i], gradients); }
        return looks;
    }

    private WeightLook Look(Node node, ReadOnlySpan<float> gradients)
    {
        Parameter weight = WeightOf(node)!;
        ReadOnlySpan<float> now = weight.Value, before = _before.AsSpan(weight.Offset, weight.Length);
        double size = Reduction.SumOfSquares(before), update = Reduction.SumOfSquaredDifferences(now, before);
        double gradient = Reduction.SumOfSquares(gradients.Slice(weight.Offset, weight.Length));
        return new(node.Name, IsHidden: node != _weighted[^1], _gradients[node.Index], Ratio(update, size),
            Math.Sqrt(size / now.Length), Ratio(Pull(before, size), gradient));
    }

    // Σ (λ₂·w + λ₁·sign w)², what the penalties add to the gradient of the loss.
    private double Pull(ReadOnlySpan<float> weights, double squares)
    {
        double l1 = _penalties.L1, l2 = _penalties.L2, both = 2 * l1 * l2;
        return (l2 == 0 ? 0 : l2 * l2 * squares)
            + (both == 0 ? 0 : both * Reduction.SumOfMagnitudes(weights))
            + (l1 == 0 ? 0 : l1 * l1 * (weights.Length - Reduction.Zeros(weights)));
    }

    // Of roots; 0 of nothing, whatever it is held against.
    private static double Ratio(double squares, double ofSquares) => squares == 0 ? 0 : Math.Sqrt(squares / ofSquares);

    private static Parameter? WeightOf(Node node) => node.Layer.Parameters.FirstOrDefault(p => p.Role == ParameterRole.Weight);
}
