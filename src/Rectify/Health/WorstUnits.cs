using Rectify.Layers;
using Rectify.Networks;

namespace Rectify.Health;

/// <summary>Finds the units that are worst off, while a census counts.</summary>
public sealed class WorstUnits
{
    private readonly Dictionary<string, float[]> _largest = [];

    /// <summary>Shown every activation layer after each batch (<see cref="Census.Take"/>).</summary>
    public void See(Node node, LayerPass pass)
    {
        ArgumentNullException.ThrowIfNull(node);
        ArgumentNullException.ThrowIfNull(pass);

        // Of maxout and its like, several numbers go into one unit: there is no largest to tell.
        int units = pass.Output.Sample.Units;
        if (pass.Input.Sample.Units != units) { return; }
        if (!_largest.TryGetValue(node.Name, out float[]? largest))
        {
            _largest[node.Name] = largest = new float[units];
            Array.Fill(largest, float.NegativeInfinity);
        }
        ReadOnlySpan<float> values = pass.Input.Values;
        for (int start = 0; start < values.Length; start += units)
        {
            ReadOnlySpan<float> position = values.Slice(start, units);
            for (int unit = 0; unit < position.Length; unit++) { largest[unit] = MathF.Max(largest[unit], position[unit]); }
        }
    }

    /// <summary>For each unit of a layer the largest number that went into it; empty where that is several numbers.</summary>
    internal IReadOnlyList<float> LargestOf(string layer) => _largest.GetValueOrDefault(layer, []);

    /// <summary>At most so many units that are not alive, those that are active on the fewest rows first.</summary>
    public IReadOnlyList<UnitLine> Of(IReadOnlyList<LayerCensus> layers, int most)
    {
        ArgumentNullException.ThrowIfNull(layers);
        return [.. layers
            .Where(layer => _largest.ContainsKey(layer.Layer))
            .SelectMany(layer => Enumerable.Range(0, layer.Units)
                .Where(unit => layer.Verdicts[unit] is Verdict.Silent or Verdict.Saturated or Verdict.RarelyActive)
                .Select(unit => new UnitLine(
                    layer.Layer, unit, layer.Verdicts[unit], layer.ActiveRows[unit], layer.Rows, _largest[layer.Layer][unit])))
            .OrderBy(unit => unit.ActiveRows).ThenBy(unit => unit.LargestPreActivation)
            .Take(most)];
    }
}
