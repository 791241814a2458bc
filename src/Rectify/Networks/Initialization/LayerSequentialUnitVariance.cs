using Rectify.Kernels;
using Rectify.Layers;

namespace Rectify.Networks;

/// <summary>Orthogonal weights, then each layer divided by the deviation of its output until that is 1 ± 0.1 on real data.</summary>
/// <remarks>Mishkin, Matas 2016, algorithm 1.</remarks>
internal sealed class LayerSequentialUnitVariance : Initializer
{
    private const double Tolerance = 0.1;
    private const int MostRounds = 10;

    public override string Text => "lsuv";
    public override bool ScalesByData => true;

    public override void Fill(Parameter weight, float gain, Philox random) => Orthogonal.Draw(weight, gain, random);

    /// <inheritdoc/>
    /// <remarks>Before they are scaled.</remarks>
    public override double Variance(Parameter weight, float gain) => Orthogonal.VarianceOf(weight, gain);

    /// <summary>Scales the weights of <paramref name="network"/>, layer after layer.</summary>
    /// <param name="network">The network, with its weights drawn.</param>
    /// <param name="observation">A workspace of it whose input holds the samples to scale by.</param>
    public static void Scale(Network network, Workspace observation)
    {
        foreach (Node node in network.Nodes)
        {
            Parameter? weight = node.Layer.Parameters.FirstOrDefault(p => p.Role == ParameterRole.Weight);
            for (int round = 0; weight is not null && round < MostRounds; round++)
            {
                observation.Forward();
                double variance = Reduction.Variance(observation.Passes[node.Index].Output.Values);
                if (Math.Abs(variance - 1) <= Tolerance || variance == 0 || !double.IsFinite(variance)) { break; }
                float deviation = (float)Math.Sqrt(variance);
                foreach (ref float value in weight.Value) { value /= deviation; }
            }
        }
    }
}
