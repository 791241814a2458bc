using Rectify.Activations;
using Rectify.Layers;
using Rectify.Networks;

namespace Rectify.Health;

/// <summary>
/// The mean squares that theory expects at each node: forward, new weights give fan_in·Var(W) times the mean square of their inputs,
/// and an activation E[f(z)²]; backward, weights give fan_out·Var(W), and an activation E[f′(z)²], for a normal z.
/// </summary>
/// <remarks>
/// He et al. 2015, equations 10 and 14; Poole et al. 2016, equation 3, for any activation. What neither draws weights nor applies an
/// activation number by number (pooling, normalization, maxout) is taken to change a signal as it was measured to, and so are weights
/// that are scaled by data. Zeros around an image are left out of account.
/// </remarks>
internal sealed class SignalTheory
{
    private readonly Network _network;
    private readonly Initializer _initializer;
    private readonly FreshStarts _starts;
    private readonly double[] _means, _backward;

    /// <param name="network">The network as it starts.</param>
    /// <param name="initializer">How its weights are drawn.</param>
    /// <param name="starts">The starts that were measured, with their inputs.</param>
    public SignalTheory(Network network, Initializer initializer, FreshStarts starts)
    {
        (_network, _initializer, _starts) = (network, initializer, starts);
        int nodes = network.Nodes.Count;
        (Outputs, OutputGradients, _means, _backward) = (new double[nodes], new double[nodes], new double[nodes], new double[nodes]);
        foreach (Node node in network.Nodes) { PassForward(node); }
        OutputGradients[^1] = 1;
        foreach (Node node in network.Nodes.Reverse())
        {
            foreach (int input in node.Inputs.Where(i => i >= 0))
            {
                OutputGradients[input] += _backward[node.Index] * OutputGradients[node.Index];
            }
        }
    }

    /// <summary>Of each node's output.</summary>
    public double[] Outputs { get; }

    /// <summary>Of the gradient by each node's output, where that by the network's output is 1.</summary>
    public double[] OutputGradients { get; }

    /// <summary>
    /// The mean square of the pre-activations of a layer to which signals come as large as the inputs, and from which they go so: gain²
    /// times theirs, which is what a He start makes, whose fan_in·Var(W) is gain².
    /// </summary>
    /// <param name="activation">The layer, whose gain is 1/√E[f(z)²].</param>
    /// <param name="inputMeanSquare">The mean square of the network's inputs.</param>
    public static double Kept(Layer activation, double inputMeanSquare)
    {
        double gain = activation.Gain ?? 1;
        return gain * gain * inputMeanSquare;
    }

    private void PassForward(Node node)
    {
        int index = node.Index, from = node.Inputs[0];
        double input = MeanOver(node, Outputs, _starts.InputMeanSquare);
        if (node.Layer.Parameters.FirstOrDefault(p => p.Role == ParameterRole.Weight) is { } weight)
        {
            float gain = NetworkInitialization.GainAfter(_network, node);
            double mean = MeanBias(node.Layer), offset = mean * mean;
            double growth = _initializer.ScalesByData ? MeasuredGrowth(node, offset) : weight.Rows * _initializer.Variance(weight, gain);
            (_means[index], Outputs[index]) = (mean, growth * input + offset);
            _backward[index] = growth * weight.FanOut / weight.Rows;
        }
        else if (ActivationLayers.ActivationOf(node.Layer) is { } activation)
        {
            double mean = from >= 0 ? _means[from] : 0, deviation = Math.Sqrt(Math.Max(input - mean * mean, 0));
            Outputs[index] = GaussianMoments.OfOutput(activation, mean, deviation);
            _backward[index] = GaussianMoments.OfDerivative(activation, mean, deviation);
        }
        else
        {
            Outputs[index] = MeasuredGrowth(node) * input;
            _backward[index] = Ratio(_starts.Sizes.InputGradients[index], _starts.Sizes.OutputGradients[index]);
        }
    }

    private double MeasuredGrowth(Node node, double offset = 0)
    {
        double[] sums = _starts.Sizes.Outputs;
        return Ratio(sums[node.Index] - _starts.Count * offset, MeanOver(node, sums, _starts.Count * _starts.InputMeanSquare));
    }

    private static double MeanOver(Node node, double[] ofNodes, double ofInput)
        => node.Inputs.Average(i => i == Node.NetworkInput ? ofInput : ofNodes[i]);

    private static double Ratio(double part, double whole) => whole == 0 ? 0 : part / whole;

    private static double MeanBias(Layer layer)
    {
        if (layer.Parameters.FirstOrDefault(p => p.Role == ParameterRole.Bias) is not { } bias) { return 0; }
        double sum = 0;
        foreach (float value in bias.Value) { sum += value; }
        return sum / bias.Length;
    }
}
