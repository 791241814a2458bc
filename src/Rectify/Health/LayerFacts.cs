using Rectify.Layers;
using Rectify.Networks;

namespace Rectify.Health;

/// <summary>What is known of the units of one layer beside their counts: it tells why one is silent.</summary>
/// <param name="Census">The counts.</param>
/// <param name="LargestPreActivations">For each unit the largest number that went into it; empty where that is several numbers.</param>
/// <param name="Biases">For each unit what is added to its weighted inputs, or normalized ones; empty where nothing is.</param>
/// <param name="WeightNorms">For each unit the root of the sum of squares of its weights; empty where it has none of its own.</param>
/// <param name="SilentSince">For each unit the step since which it was silent on every look, or null; empty without training.</param>
/// <param name="Fan">Where most of the numbers lie that went into them.</param>
public sealed record LayerFacts(
    LayerCensus Census, IReadOnlyList<float> LargestPreActivations, IReadOnlyList<float> Biases, IReadOnlyList<double> WeightNorms,
    IReadOnlyList<long?> SilentSince, PreActivationFan Fan)
{
    /// <summary>Of the layer that a census counted.</summary>
    internal static LayerFacts Of(
        Network network, LayerCensus census, WorstUnits units, IReadOnlyList<long?> silentSince, PreActivationFan fan)
    {
        Node node = network.Nodes.Single(n => n.Name == census.Layer);
        IReadOnlyList<Parameter> before = ParametersBefore(network, node, census.Units);
        Parameter? bias = before.FirstOrDefault(p => p.Role is ParameterRole.Bias or ParameterRole.Shift);
        Parameter? weight = before.FirstOrDefault(p => p.Role == ParameterRole.Weight);
        return new(
            census, units.LargestOf(census.Layer), bias?.Value.ToArray() ?? [], weight is null ? [] : NormsOf(weight), silentSince, fan);
    }

    // Of the layers that make one number for each unit, from the activation back to the weights.
    private static List<Parameter> ParametersBefore(Network network, Node activation, int units)
    {
        List<Parameter> parameters = [];
        for (Node node = activation; node.Inputs is [>= 0 and var before];)
        {
            node = network.Nodes[before];
            parameters.AddRange(node.Layer.Parameters.Where(p => p.Columns == units));
            if (network.ShapeOf(before).Units != units || node.Layer.Parameters.Any(p => p.Role == ParameterRole.Weight)) { break; }
        }
        return parameters;
    }

    private static double[] NormsOf(Parameter weight)
    {
        double[] squares = new double[weight.Columns];
        ReadOnlySpan<float> value = weight.Value;
        for (int start = 0; start < value.Length; start += squares.Length)
        {
            for (int unit = 0; unit < squares.Length; unit++) { squares[unit] += (double)value[start + unit] * value[start + unit]; }
        }
        return Array.ConvertAll(squares, Math.Sqrt);
    }
}
