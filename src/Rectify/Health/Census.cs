using Rectify.Data;
using Rectify.Kernels;
using Rectify.Layers;
using Rectify.Networks;
using Rectify.Training;

namespace Rectify.Health;

/// <summary>
/// Runs the probe through a network in inference mode and counts, unit by unit, on how many rows each is active. It needs
/// nothing from an activation but its slope, so that all are judged by the same rules.
/// </summary>
public sealed class Census
{
    private const int BatchSize = 256;
    private readonly Network _network;
    private readonly SampleSource _probe;
    private readonly Workspace _workspace;
    private readonly int[] _rows;
    private readonly float[] _slopes;

    /// <param name="network">The network to look at, now and later.</param>
    /// <param name="probe">The rows to judge by (<see cref="Probe.Draw"/>).</param>
    /// <param name="workers">The threads that share a pass.</param>
    /// <exception cref="ArgumentException">The network does not take such rows.</exception>
    public Census(Network network, SampleSource probe, Workers? workers = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(probe);
        Evaluator.CheckInputs(network, probe);
        int batchSize = Math.Clamp(probe.Count, 1, network.BatchWithin(BatchSize));
        (_network, _probe) = (network, probe);
        _workspace = new(network, WorkspaceKind.Observation, batchSize, workers);
        _rows = new int[batchSize];
        _slopes = new float[batchSize * network.Nodes.Max(n => network.ShapeOf(n.Index).Length)];
    }

    /// <summary>
    /// Counts as training sees the network, whose batch normalizations use the batch they are shown. Before and in the first steps their
    /// running statistics say nothing yet. Nothing of the network is changed.
    /// </summary>
    /// <param name="look">Shown every activation layer's buffers after each batch.</param>
    /// <param name="cancellation">Ends the counting between two batches.</param>
    /// <exception cref="OperationCanceledException">An end was asked for.</exception>
    public IReadOnlyList<LayerCensus> TakeAsInTraining(
        Action<Node, LayerPass>? look = null, CancellationToken cancellation = default)
    {
        Span<float> statistics = _network.Row[_network.LearnedLength..];
        float[] before = statistics.ToArray();
        _workspace.Mode = Mode.Training;
        IReadOnlyList<LayerCensus> census = Take(look, cancellation);
        _workspace.Mode = Mode.Inference;
        before.CopyTo(statistics);
        return census;
    }

    /// <summary>Counts on the network as it is now.</summary>
    /// <param name="look">Shown every activation layer's buffers after each batch.</param>
    /// <param name="cancellation">Ends the counting between two batches.</param>
    /// <exception cref="OperationCanceledException">An end was asked for.</exception>
    public IReadOnlyList<LayerCensus> Take(Action<Node, LayerPass>? look = null, CancellationToken cancellation = default)
    {
        List<(Node Node, UnitCounter Counter)> counters = [.. _network.Nodes
            .Where(n => n.Layer is IActivationLayer)
            .Select(n => (n, new UnitCounter((IActivationLayer)n.Layer, _network.ShapeOf(n.Index).Units)))];

        for (int start = 0; start < _probe.Count; start += _rows.Length)
        {
            cancellation.ThrowIfCancellationRequested();
            int count = Math.Min(_rows.Length, _probe.Count - start);
            for (int i = 0; i < count; i++) { _rows[i] = start + i; }
            _workspace.Input.Count = count;
            _probe.Fill(_rows.AsSpan(0, count), _workspace.Input.Values, []);
            _workspace.Forward();
            foreach ((Node node, UnitCounter counter) in counters)
            {
                LayerPass pass = _workspace.Passes[node.Index];
                Span<float> slopes = _slopes.AsSpan(0, pass.Output.Values.Length);
                ((IActivationLayer)node.Layer).Slopes(pass, slopes);
                counter.Count(slopes, pass.Output.Values, count);
                look?.Invoke(node, pass);
            }
        }
        return [.. counters.Select(c => c.Counter.ToCensus(c.Node.Name))];
    }
}
