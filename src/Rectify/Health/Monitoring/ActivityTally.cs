using Rectify.Kernels;
using Rectify.Layers;
using Rectify.Networks;

namespace Rectify.Health;

/// <summary>
/// Counts along with the forward passes of training, for each unit, the rows that activate it. Over an epoch that is every training
/// row, as training mode shows them.
/// </summary>
internal sealed class ActivityTally
{
    // By the number of the node, and by its name; null and empty where nothing is to be counted.
    private readonly float[]?[] _active;
    private readonly Dictionary<string, float[]> _names = [];
    private readonly ActiveRange[] _ranges;

    public ActivityTally(Network network)
    {
        (_active, _ranges) = (new float[network.Nodes.Count][], new ActiveRange[network.Nodes.Count]);
        foreach (Node node in network.Nodes)
        {
            if (node.Layer is not IActivationLayer { ActiveRange: { IsEverything: false } range }) { continue; }
            _ranges[node.Index] = range;
            _active[node.Index] = _names[node.Name] = new float[network.ShapeOf(node.Index).Units];
        }
    }

    /// <summary>Units that no row activated since the tally began, of all that it counts.</summary>
    public (int Silent, int Units) Silent
    {
        get
        {
            long silent = 0;
            int units = 0;
            foreach (float[]? rows in _active)
            {
                silent += Reduction.Zeros(rows);
                units += rows?.Length ?? 0;
            }
            return ((int)silent, units);
        }
    }

    /// <summary>For each unit of a layer the rows that activated it; null of a layer that is not counted.</summary>
    public IReadOnlyList<float>? RowsOf(string layer) => _names.GetValueOrDefault(layer);

    public void Count(Node node, LayerPass pass)
    {
        if (_active[node.Index] is not { } rows) { return; }
        ActiveRange range = _ranges[node.Index];
        Batch batch = range.OfOutput ? pass.Output : pass.Input;
        ActiveRows.Count(pass.Workers, batch.Values, batch.Count, range.Low, range.High, rows);
    }

    /// <summary>Begins anew.</summary>
    public void Clear()
    {
        foreach (float[]? rows in _active) { rows?.AsSpan().Clear(); }
    }
}
