using Rectify.Layers;
using Rectify.Networks;
using Rectify.Training;

namespace Rectify.Health;

/// <summary>Mean and variance of what goes into the activations, layer by layer, added up batch by batch.</summary>
internal sealed class Moments
{
    private readonly Dictionary<string, Spread> _layers = [];

    public void See(Node node, LayerPass pass)
    {
        Spread spread = _layers.GetValueOrDefault(node.Name);
        spread.Add(pass.Input.Values);
        _layers[node.Name] = spread;
    }

    /// <summary>The layers that were counted, with their moments.</summary>
    public IReadOnlyList<UnitLook> Of(IReadOnlyList<LayerCensus> layers) => [.. layers.Select(layer =>
    {
        Spread spread = _layers.GetValueOrDefault(layer.Layer);
        return new UnitLook(layer.Layer, layer.Units, layer.Count(Verdict.Silent), layer.Count(Verdict.Saturated), layer.DeadRows,
            layer.Zeros, spread.Mean, spread.Variance);
    })];
}
