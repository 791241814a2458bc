using Rectify.Data;
using Rectify.Layers;
using Rectify.Networks;
using Rectify.Training;

namespace Rectify.Health;

/// <summary>
/// What can be said before the first step, from the actual data, architecture and start: silent units, and the size of
/// signals by depth.
/// </summary>
/// <param name="Layers">One an activation layer, in the order of computation.</param>
public sealed record StartForecast(IReadOnlyList<StartForecast.Layer> Layers)
{
    /// <summary>What is foreseen of one layer.</summary>
    /// <param name="Census">Its units on the probe.</param>
    /// <param name="PreActivationVariance">Over rows and units; of maxout over all pieces.</param>
    public sealed record Layer(LayerCensus Census, double PreActivationVariance);

    public static StartForecast Of(Network network, SampleSource probe)
    {
        Dictionary<string, Spread> preActivations = [];
        IReadOnlyList<LayerCensus> census = new Census(network, probe).Take((node, pass) =>
        {
            Spread spread = preActivations.GetValueOrDefault(node.Name);
            foreach (float value in pass.Input.Values) { spread.Add(value); }
            preActivations[node.Name] = spread;
        });
        return new([.. census.Select(layer => new Layer(layer, preActivations.GetValueOrDefault(layer.Layer).Variance))]);
    }
}
