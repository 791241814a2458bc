using Rectify.Data;
using Rectify.Kernels;
using Rectify.Layers;
using Rectify.Networks;

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
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(probe);
        var workspace = new Workspace(network, WorkspaceKind.Observation, Math.Max(probe.Count, 1));
        workspace.Input.Count = probe.Count;
        probe.Fill([.. Enumerable.Range(0, probe.Count)], workspace.Input.Values, []);
        workspace.Forward();

        IReadOnlyList<LayerCensus> census = new Census(network, probe).Take();
        return new([.. census.Select(layer =>
        {
            Node node = network.Nodes.First(n => n.Name == layer.Layer);
            return new Layer(layer, Reduction.Variance(workspace.Passes[node.Index].Input.Values));
        })]);
    }
}
