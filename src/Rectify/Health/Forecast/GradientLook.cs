using Rectify.Kernels;
using Rectify.Layers;
using Rectify.Networks;

namespace Rectify.Health;

/// <summary>Sends gradients of standard normal numbers, drawn for each output and row, back through a network, and measures them.</summary>
internal sealed class GradientLook
{
    private readonly Network _network;
    private readonly Workspace _workspace;
    private readonly SignalSizes _sizes;
    private readonly Batch[][] _furtherGradients;

    /// <param name="network">The network, with the weights of one start after the other.</param>
    /// <param name="rows">Samples that go forward first.</param>
    /// <param name="sizes">To which measures are added.</param>
    public GradientLook(Network network, ReadOnlySpan<float> rows, SignalSizes sizes)
    {
        int count = rows.Length / network.InputShape.Length;
        (_network, _sizes, _workspace) = (network, sizes, new(network, WorkspaceKind.Training, count));
        _workspace.Input.Count = count;
        rows.CopyTo(_workspace.Input.Values);
        _furtherGradients = [.. network.Nodes.Select(node => network.ConsumersOf(node.Index).Skip(1)
            .Select(consumer => _workspace.Passes[consumer.Index].InputGradients[consumer.Inputs.ToList().IndexOf(node.Index)])
            .OfType<Batch>().ToArray())];
    }

    /// <summary>Measures the network as it is now.</summary>
    /// <param name="seed">Of the gradients, and of what layers draw in training.</param>
    public void Take(ulong seed)
    {
        _workspace.Seed = seed;
        _workspace.Forward();
        new Philox(seed, RandomPurpose.Forecast).FillNormal(_workspace.OutputGradient.Values);

        // As the workspace's own backward pass, but each buffer is looked at before another takes its place.
        for (int i = _network.Nodes.Count - 1; i >= 0; i--)
        {
            LayerPass pass = _workspace.Passes[i];
            if (pass.OutputGradient is null) { continue; }
            foreach (Batch further in _furtherGradients[i]) { Arithmetic.Add(pass.OutputGradient.Values, further.Values); }
            _sizes.OutputGradients[i] += SignalSizes.MeanSquare(pass.OutputGradient.Values);
            _network.Nodes[i].Layer.Backward(pass);
            foreach (Batch? back in pass.InputGradients)
            {
                if (back is not null) { _sizes.InputGradients[i] += SignalSizes.MeanSquare(back.Values) / pass.Inputs.Count; }
            }
        }
    }
}
