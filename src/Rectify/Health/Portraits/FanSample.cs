using Rectify.Layers;
using Rectify.Networks;

namespace Rectify.Health;

/// <summary>Keeps some of the numbers that go into activations, layer by layer, while a census counts.</summary>
internal sealed class FanSample
{
    private const int MostOfBatch = 1024;

    // Multiples of it, less their whole parts, are spread evenly however many there are, and fall into no step with units.
    private const double Golden = 0.6180339887498949;

    private readonly Dictionary<string, List<float>> _layers = [];

    /// <summary>Shown every activation layer after each batch (<see cref="Census.Take"/>).</summary>
    public void See(Node node, LayerPass pass)
    {
        if (!_layers.TryGetValue(node.Name, out List<float>? kept)) { _layers[node.Name] = kept = []; }
        ReadOnlySpan<float> values = pass.Input.Values;
        if (values.Length <= MostOfBatch)
        {
            kept.AddRange(values);
            return;
        }
        for (int i = 0; i < MostOfBatch; i++) { kept.Add(values[(int)(values.Length * (i * Golden % 1))]); }
    }

    public PreActivationFan Of(string layer)
        => _layers.TryGetValue(layer, out List<float>? kept) ? PreActivationFan.Of(kept.ToArray()) : new([], 0);
}
